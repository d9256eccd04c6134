import { DomainError, type FieldError } from '@zhaoguan/kernel';

/** One line of the error catalogue: HTTP status (api.md) and what people read. `{name}` is filled from the details. */
interface ErrorText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

const say = (status: number, title: string, detail: string): ErrorText => ({ status, title, detail });

/** Every stable error code of the interface. Complete by type: a code that is not here cannot be thrown by `refuse`. */
export const ERRORS = {
  MALFORMED_REQUEST: say(400, '请求无法识别', '请求的格式不正确，请检查后重新提交。'),
  MALFORMED_JSON: say(400, '请求不是有效的 JSON', '请检查请求内容的括号、引号和逗号后重新提交。'),
  BODY_NOT_OBJECT: say(400, '请求内容不是 JSON 对象', '请以一个 JSON 对象提交，即写在花括号内的各项内容。'),
  INVALID_CURSOR: say(400, '翻页位置无效', '请从第一页重新查询。'),
  INVALID_DATE: say(422, '日期不正确', '请按 2026-11-21 的格式填写真实存在的日期。'),
  NOT_SIGNED_IN: say(401, '尚未登录', '请先登录；登录已过期的，请重新登录。'),
  BAD_CREDENTIALS: say(401, '用户名或密码不正确', '请核对后重试；连续输错多次账号会暂时锁定。'),
  ACCOUNT_LOCKED: say(
    429,
    '账号已暂时锁定',
    '密码连续输错次数过多，请在 {minutes} 分钟后重试，或联系系统管理员。',
  ),
  PASSWORD_CHANGE_REQUIRED: say(403, '请先修改初始密码', '首次登录须修改密码后才能办理业务。'),
  PASSWORD_TOO_WEAK: say(422, '密码强度不够', '密码至少 10 位，须同时含有字母和数字，且不能与用户名相同。'),
  PASSWORD_UNCHANGED: say(
    422,
    '新密码与现在的密码相同',
    '请另设一个密码：初始密码有别人知道，不能继续使用。',
  ),
  FORBIDDEN: say(403, '没有权限', '您的岗位不能办理此事项；确需办理的，请联系系统管理员。'),
  WRONG_DISTRICT: say(403, '不在您的辖区', '该事项属于其他辖区，请由属地主管部门办理。'),
  WRONG_DEPARTMENT: say(403, '不属于您的部门', '该事项应由{department}办理。'),
  NOT_FOUND: say(404, '没有找到', '您要查看的内容不存在，或不在您的查看范围内。'),
  METHOD_NOT_ALLOWED: say(405, '不支持的操作', '该地址不支持这种请求方式。'),
  INVALID_TRANSITION: say(409, '当前状态不能这样办理', '当前状态为“{from}”，请刷新后按可办事项办理。'),
  REASON_REQUIRED: say(422, '须说明理由', '请写明理由后再提交。'),
  IDEMPOTENCY_KEY_REUSED: say(
    422,
    '幂等键重复使用',
    '同一个 Idempotency-Key 已用于内容不同的请求，请换一个。',
  ),
  IDEMPOTENCY_ANSWER_LOST: say(
    409,
    '该请求已经办理',
    '同一请求此前已办理完成，请刷新页面查看结果，不要重复提交。',
  ),
  CONFLICT: say(409, '与已有内容冲突', '请刷新后核对。'),
  STALE_VERSION: say(412, '内容已被他人修改', '请刷新页面，核对最新内容后再提交。'),
  VERSION_REQUIRED: say(428, '缺少版本号', '修改前请先读取最新内容，并在 If-Match 中带上版本号。'),
  URI_TOO_LONG: say(414, '地址过长', '请缩短查询条件后重试。'),
  HEADERS_TOO_LARGE: say(431, '请求头过大', '请清除浏览器 Cookie 后重试。'),
  REQUEST_TIMEOUT: say(408, '请求超时', '网络较慢，请求没有完整送达，请重试。'),
  UNSUPPORTED_CONTENT_TYPE: say(
    415,
    '请求的内容类型不支持',
    '请以 application/json 提交；上传文件用 multipart/form-data。',
  ),
  UPLOAD_TOO_LARGE: say(413, '文件过大', '单个文件不超过 {limit}，请压缩后重新上传。'),
  PAYLOAD_TOO_LARGE: say(413, '提交的内容过大', '请减少内容后重新提交。'),
  UNSUPPORTED_MEDIA: say(
    415,
    '文件类型不支持',
    '请上传 PDF、JPG 或者 PNG 文件。其他格式的请先转换成其中一种；只改文件名的后缀不起作用。',
  ),
  UPLOAD_MISSING: say(422, '没有收到文件', '请选择一个文件后上传。'),
  UPLOAD_EMPTY: say(422, '文件是空的', '请重新选择文件后上传。'),
  VALIDATION_FAILED: say(422, '填写的内容有误', '请按各栏提示修改后重新提交。'),
  TOO_MANY_REQUESTS: say(429, '操作过于频繁', '请稍后再试。'),
  INTERNAL: say(
    500,
    '系统出现故障',
    '您的操作没有完成，已记录故障；请稍后重试，仍不成功请提供编号联系管理员。',
  ),
  SERVICE_UNAVAILABLE: say(503, '服务暂时不可用', '请稍后重试。'),

  UNKNOWN_DISTRICT: say(422, '行政区划代码不存在', '请填写六位行政区划代码，且须为本系统已收录的县级区划。'),
  INVALID_USCC: say(422, '统一社会信用代码不正确', '请对照登记证书核对 18 位代码（GB 32100-2015）。'),
  INVALID_RESIDENT_ID: say(422, '居民身份证号不正确', '请核对 18 位身份证号码（GB 11643-1999）。'),
  DUPLICATE_INSTITUTION: say(
    409,
    '该机构已在名录中',
    '同一信用代码在同一地址已有在册机构，不能再次备案。请核对信用代码和地址，有误的退回补正；确需变更备案内容的，目前到窗口办理。',
  ),
  INVALID_DISTRICT: say(422, '行政区划代码不正确', '请填写六位行政区划代码。'),
  INVALID_AMOUNT: say(422, '金额不正确', '金额应为不小于零的整数（单位：分）。'),
  DUPLICATE_FILING: say(409, '该地址已有在办的备案', '{reason}'),
  MATERIALS_INCOMPLETE: say(422, '备案材料不齐', '还缺少：{missing}。请上传后再提交。'),
  UNKNOWN_MATERIAL: say(404, '没有这项材料', '该材料不在本类备案的材料清单中。'),
  FIELDS_INCOMPLETE: say(422, '备案申请书未填完整', '请补全标出的各项后再提交。'),
  NO_RECEIPT: say(404, '没有备案回执', '本件不予备案，没有回执；理由见办理结果。'),
  UNKNOWN_POINTER: say(
    422,
    '补正意见所指的项目不存在',
    '申请书和材料清单中没有：{pointers}。针对整件备案的，请写“/”。',
  ),
  RECEIPT_NOT_READY: say(404, '回执尚未生成', '准予备案后即可下载回执；正在生成的，请稍后再试。'),
  INVALID_PHONE: say(422, '电话号码不正确', '请填写手机号码，或者带区号的固定电话号码。'),
  FILING_TYPE_UNAVAILABLE: say(422, '该类备案尚未开放', '目前可在线办理首次备案，其他类型请到窗口办理。'),

  UNKNOWN_ITEM: say(422, '抽查事项不存在', '计划中有事项不在已公布的抽查事项清单内，没有依据的不得检查。'),
  ITEM_KIND_MISMATCH: say(422, '抽查事项与机构类型不符', '请只选择本类机构的抽查事项。'),
  NO_ACTIVE_ITEM: say(422, '没有选择抽查事项', '请至少选择一项抽查事项。'),
  NO_TARGETS: say(422, '名录中没有可抽取的机构', '所选辖区内没有该类在营机构，请核对辖区与机构类型。'),
  NOT_ENOUGH_INSPECTORS: say(422, '检查人员不足', '{shortage}。请{remedy}，再公告。'),
  BEACON_NOT_ANNOUNCED: say(409, '尚未公告', '抽取公告发布后才能录入公开随机数。'),
  BEACON_TOO_EARLY: say(
    409,
    '公开随机数已经产生',
    '公告前已经产生、或者可能已经产生的公开随机数不能使用，请选择公告之后开奖的期次。',
  ),
  BEACON_NOT_DUE: say(409, '公开随机数尚未产生', '公告所定的公开随机数{when}，产生之后才能录入和确认。'),
  INVALID_BEACON: say(422, '公开随机数不符合要求', '{reason}'),
  BEACON_MISMATCH: say(422, '两次录入的公开随机数不一致', '请两位工作人员分别对照官方公布的结果核对。'),
  SAME_OFFICIAL: say(
    403,
    '须由另一位工作人员办理',
    '发布公告、录入过公开随机数的人员不能确认公开随机数；公开随机数产生后，发布公告、录入过或者确认公开随机数的人员不能作废抽取；检查组成员不能补抽、作废；会签由提交人以外的检查组成员办理。',
  ),
  DRAW_IN_PROGRESS: say(409, '该计划已有进行中的抽取', '请先完成或作废已公告的抽取。'),
  INFEASIBLE_DRAW_PENDING: say(
    409,
    '有人员无法安排的抽取尚未作废',
    '同类机构、同一辖区的抽取“{title}”因人员无法安排没有结果，须先由复核人作废并公开，再发布新的公告。',
  ),
  DRAW_NOT_OPENED: say(404, '抽取尚未公开', '本批检查全部完成并公开后，可下载完整抽取文件自行验证。'),
  TASKS_OUTSTANDING: say(
    409,
    '本批检查尚未完成',
    '还有 {count} 项检查任务未提交或者等待会签，全部完成后才能公开抽取。',
  ),
  INSPECTION_BEGUN: say(
    409,
    '检查已经开始',
    '本批已有 {count} 家机构开始检查，抽取结果不能再作废；请完成全部检查后公开抽取。',
  ),
  RESULT_SEEN: say(
    403,
    '您已查看过抽中的机构',
    '查看过抽取结果的人员不能作废这次抽取，请由没有查看过的复核人办理。',
  ),
  FINDINGS_INCOMPLETE: say(422, '检查项目未填完', '还有 {count} 个检查项目没有结论。'),
  RESULT_CONTRADICTS_FINDINGS: say(
    422,
    '检查结果与项目结论不符',
    '有不符合项的，结果不能为“未发现问题”；没有不符合项的，不能为“发现问题”。',
  ),
  NOT_ENOUGH_TEAM: say(
    422,
    '检查人员不足两人',
    '到每家机构检查的持证人员合计不得少于两人（行政处罚法第四十二条）。制定计划的，请增加派出的人数，或者再请一个部门参加。',
  ),
  UNKNOWN_STRATUM: say(
    422,
    '有信用等级没有规定抽查比例',
    '名录中有{grades}级机构，计划没有规定其抽查比例；每家机构都须列入抽取范围。',
  ),
  DUPLICATE_ENTRY: say(422, '有重复的项', '同一信用等级、同一部门只能填写一次。'),
  UNKNOWN_PERSON: say(422, '没有这名人员', '请填写已建立账号的执法检查人员。'),
  NOT_AN_INSPECTOR: say(422, '不是执法检查人员', '该账号没有执法检查人员岗位，请先由系统管理员设置。'),
  CERTIFICATE_TAKEN: say(409, '执法证号已登记', '该执法证号已在检查人员名录库中，请核对。'),
  INSPECTOR_LISTED: say(
    409,
    '该人员已在名录库中',
    '同一人员只能有一个有效的执法证；更换证号的，请先停用原记录。',
  ),
  CERTIFICATE_EXPIRED: say(422, '执法证已过有效期', '执法证有效期应晚于今天。'),
  UNKNOWN_INSTITUTION: say(422, '没有这家机构', '该机构不在您辖区的名录中，请核对。'),
  ALREADY_RECUSED: say(409, '该回避已经登记', '该检查人员对这家机构的回避已经登记，无须重复登记。'),
  ALREADY_REVOKED: say(409, '该回避已经解除', '请刷新后核对。'),
  INFEASIBLE: say(422, '无法安排检查人员', '{departmentName}没有可派的检查人员，请调整后再办理。'),
  NOT_REPORTED_GONE: say(
    409,
    '不符合补抽条件',
    '提交的结果为“无法联系”“已关闭”“迁出”等，并经检查组另一名成员会签的，才能补抽下一家。',
  ),
  RESERVES_EXHAUSTED: say(422, '没有可补抽的机构', '同一信用等级的备选机构已经用完，不能补抽。'),
  UNKNOWN_RESULT: say(422, '检查结果用语不存在', '请从公示用语中选择检查结果。'),
  UNKNOWN_EVIDENCE: say(422, '没有这份证据', '请先在本任务中上传照片或文件，再引用其编号。'),
  FINDING_NOTE_REQUIRED: say(422, '须写明不符合的情况', '认定为“不符合”的，请写明检查发现的具体情况。'),
  NOT_CO_SIGNED: say(
    409,
    '检查结果尚未会签',
    '机构无法联系、已关闭或者迁出的结果，须由检查组另一名成员会签后才能公布和补抽。',
  ),
  TEAM_INCOMPLETE: say(
    409,
    '检查组人员不齐',
    '检查组有成员不能参加检查（账号已停用、名录中已停用或者执法证已到期），由复核人替补以后才能开始检查。',
  ),
  NOT_IN_TEAM: say(422, '不是检查组成员', '检查组现有成员中没有这个执法证号。'),
  INSPECTOR_PRESENT: say(
    409,
    '检查人员可以参加检查',
    '账号已停用、名录中已停用或者执法证已到期的检查人员，才能由他人替补；已经提交结果的成员不用替补。',
  ),
  ALREADY_CO_SIGNED: say(409, '检查结果已经会签', '该结果已由检查组另一名成员会签，无须重复办理。'),
  RESULT_PUBLISHED: say(409, '检查结果已经公布', '检查结果公布以后不能再会签。'),
  OWN_ENTRY: say(
    403,
    '不能办理本人的名录记录',
    '本人的检查人员记录和回避，由其他计划人员维护；登记本人的回避除外。',
  ),
  OWN_INSPECTION: say(403, '不能公布本人参加的检查', '检查结果须由未参加该次检查的复核人公布。'),

  NO_FAILED_FINDING: say(422, '没有可立案的问题', '请选择检查中认定为“不符合”的项目。'),
  UNKNOWN_PENALTY_BASIS: say(422, '处罚依据不适用', '请选择适用于该类机构的处罚依据。'),
  PENALTY_OUT_OF_RANGE: say(422, '处罚的种类或者金额不符合规定', '{reason}'),
  PRIOR_ORDER_REQUIRED: say(
    422,
    '没有填写此前的责令改正',
    '按“{condition}”处罚的，须填写此前责令改正的文号、日期和改正期限。',
  ),
  PRIOR_ORDER_INVALID: say(422, '责令改正的日期不符合规定', '请核对责令改正的日期和改正期限。'),
  STATEMENT_DUPLICATE: say(
    409,
    '这份陈述申辩已经提交过',
    '内容相同的陈述申辩已经记入本案，不必重复提交。还有意见的，请写明补充的内容。',
  ),
  UNKNOWN_STATEMENT_FILE: say(422, '材料没有找到', '请重新上传后再提交。'),
  TOO_MANY_STATEMENT_FILES: say(
    422,
    '材料份数过多',
    '一个案件最多上传 {most} 份材料；其余的请书面提交办案机关。',
  ),
  STATEMENT_PERIOD_RUNNING: say(
    409,
    '陈述申辩期未满',
    '当事人可在 {until} 前陈述申辩；已陈述或书面放弃的，可以作出决定。',
  ),
  NO_CASE_DOCUMENT: say(404, '还没有这份文书', '告知以后有事先告知书，作出决定以后有决定书。'),
  PENALTY_HEAVIER_THAN_NOTICE: say(
    422,
    '处罚重于告知',
    '处罚决定不得重于已告知的内容，不得因当事人陈述、申辩而给予更重的处罚：{reason}',
  ),
  STATEMENT_REVIEW_REQUIRED: say(
    422,
    '须写明复核意见',
    '当事人已陈述、申辩，请写明对其事实、理由和证据的复核意见。',
  ),
  FINDING_TAKEN: say(409, '该问题已立案', '所选问题已在其他案件中处理，同一违法行为不得重复立案处罚。'),
  FINDING_GUIDANCE_ONLY: say(
    422,
    '该问题不能作为处罚依据',
    '所选检查项的依据均为推荐性标准，只作指导，不得据此处罚。',
  ),
  NOTHING_TO_LIFT: say(409, '无须确认', '该记录未直接确定等级，或者已经确认整改合格。'),
  HEARING_REQUIRED: say(422, '须告知听证权利', '该处罚属于应当告知听证的情形，不能适用简短程序。'),
  NOT_THE_PARTY: say(403, '只能由当事人办理', '陈述申辩须由被检查机构的经办人提交。'),
  LOG_POSITION_UNKNOWN: say(404, '日志中没有这个位置', '请按已公布的检查点填写：位置应小于检查点的条数。'),
  JOB_RETRIED: say(409, '该任务已经重试', '请在任务列表中查看重试的结果。'),
  JOB_UNKNOWN: say(409, '当前版本没有这种任务', '任务“{job}”属于其他版本，不能在当前版本重试。'),
  OWN_ACCOUNT: say(403, '不能办理自己的账号', '自己的账号由其他系统管理员维护；修改密码请用“修改密码”。'),
  BEYOND_OWN_DISTRICTS: say(403, '超出您的管理辖区', '只能授予您本人管理辖区以内的权限。'),
  ROLES_INCOMPATIBLE: say(
    422,
    '岗位组合不允许',
    '机构经办人不能兼任其他岗位，也不设辖区和部门；其他岗位须至少有一个辖区。',
  ),
  UNKNOWN_DEPARTMENT: say(422, '部门不存在', '请从部门目录中选择。'),
  REVEAL_LIMIT: say(
    429,
    '今日查看次数已满',
    '每人每天最多查看 {limit} 次个人信息明文，请明天再查看，或者由同事办理。',
  ),
  FORM_DRAFT_STALE: say(
    412,
    '同一表单在另一个页面上保存过',
    '请到那个页面继续填写；要以本页为准的，请先读取最新的草稿。',
  ),
  TOO_MANY_STREAMS: say(429, '打开的页面过多', '请关闭不用的页面，再打开新的页面。'),
  SERVICE_BUSY: say(503, '统计暂时没有算完', '数据较多或者系统繁忙，请稍后再看；其他功能不受影响。'),
  USERNAME_TAKEN: say(409, '用户名已被使用', '请换一个用户名。'),
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** Refuse the act: the transaction rolls back, and the answer is the catalogue's status and text. */
export function refuse(
  code: ErrorCode,
  details: Readonly<Record<string, unknown>> = {},
  fields: readonly FieldError[] = [],
): DomainError {
  return new DomainError(code, details, fields);
}
