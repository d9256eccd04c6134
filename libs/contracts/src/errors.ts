import { DomainError, type FieldError } from '@zhaoguan/kernel';
import { say, type ErrorText } from './error-text';
import { ENFORCEMENT_ERRORS } from './errors-enforcement';
import { HANDLING_ERRORS } from './errors-handling';
import { FEEDBACK_ERRORS } from './errors-feedback';
import { EXCHANGE_ERRORS } from './errors-exchange';
import { INSPECTION_ERRORS } from './errors-inspections';
import { LICENCE_ERRORS } from './errors-licences';
import { REMOVAL_ERRORS } from './errors-removals';
import { PASSWORD_RULE } from './password';
import { UNFILED_ERRORS } from './errors-unfiled';
import { STAFF_ERRORS } from './errors-staff';

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
  WRONG_CURRENT_PASSWORD: say(422, '原密码不正确', '请核对后重试；连续输错多次账号会暂时锁定。'),
  PASSWORD_TOO_WEAK: say(422, '密码强度不够', `密码应当${PASSWORD_RULE}。`),
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
  REASON_REQUIRED: say(422, '须说明理由', '请写明理由（至少两个字）后再提交。'),
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
  DIRECTORY_UNREADABLE: say(422, '名录文件不能读取', '请核对后再导入：{reason}'),
  DIRECTORY_IMPORT_UNDER_WAY: say(409, '上一份名录还在导入', '请等上一份名录导入完毕，再导入下一份。'),
  UPLOAD_UNFINISHED: say(409, '文件还没有传完', '请接着上传，传完以后再提交。'),
  UPLOAD_HEADER_WRONG: say(
    400,
    '缺少请求头或者请求头不正确',
    '断点续传（tus 协议 1.0.0）的请求须有正确的 {header}，请补上以后重新提交。',
  ),
  UPLOAD_OFFSET_WRONG: say(409, '续传的位置不对', '请先查询已经收到多少，再从那里接着上传。'),
  TOO_MANY_UPLOADS: say(
    409,
    '未使用的上传过多',
    '一天内最多有 {most} 个上传；请先使用或者放弃已经上传的文件。',
  ),
  TOO_MANY_DRAFTS: say(
    409,
    '未提交的草稿过多',
    '申请人的账号已有 {most} 件没有提交的草稿，请先提交或者删除不用的草稿，再填写新的。',
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
  EXPORT_UNDER_WAY: say(409, '上一次导出还没有完成', '每人同时只能导出一份，请等它完成以后再导出。'),
  EXPORT_ABANDONED: say(409, '导出已经取消', '导出还没有完成，连接就断开了；需要的，请重新导出。'),
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
    '同一信用代码在同一地址已有在册机构，不能重复登记。代码或者地址有误的，请改正（已经提交的，由办理机关退回补正）。就是这一家的：登记内容有变化，由它的经办人办理变更；经办人已经更换、账号无人使用的，请法定代表人持授权委托书和身份证件到办理机关，核实以后由管理员更换该账号的使用人。',
  ),
  PREDECESSOR_STANDS: say(
    409,
    '原机构还在名录中',
    '申请人说明承接“{name}”的场地，它还没有终止服务，备案、许可也没有注销。请先办结它的终止或者由主管机关注销，再准予本件。',
  ),
  INVALID_DISTRICT: say(422, '行政区划代码不正确', '请填写六位行政区划代码。'),
  INVALID_AMOUNT: say(422, '金额不正确', '金额应为不小于零的整数（单位：分）。'),
  DUPLICATE_FILING: say(409, '该地址已有在办的申请', '{reason}'),
  NOTHING_CHANGED: say(422, '没有变更的内容', '各项内容都与名录中的相同，请修改需要变更的项目后再提交。'),
  CHANGE_UNDER_WAY: say(
    409,
    '这家机构已有在办的事项',
    '这家机构有一件变更、暂停、恢复或者终止还没有办结，请在原件上办理，或者等它办结以后再办。',
  ),
  REGISTER_CHANGED: say(
    409,
    '机构的登记信息已有变化',
    '提交以后名录中的这家机构又有变化，不能按提交时的对照准予变更，请退回，由申请人核对后重新提交。',
  ),
  INSTITUTION_CLOSED: say(
    409,
    '机构已终止服务',
    '已终止服务的机构不能再办理变更、暂停或者恢复；重新开办的，重新办理。',
  ),
  FILING_REMOVED: say(
    409,
    '已被注销或者撤销',
    '这家机构已由主管机关注销或者撤销，不能再办理变更、暂停、恢复或者终止；继续提供服务的，请重新办理。',
  ),
  STEP_PENDING: say(
    409,
    '这家机构的状态即将改变',
    '已经办结的暂停、恢复或者终止还没有到生效的日期，到期生效以后再办；不再需要的，可以在那一件中申请撤回。',
  ),
  STEP_HELD: say(
    409,
    '已申请撤回，还没有答复',
    '这家机构已经申请撤回还没有生效的暂停、恢复或者终止，答复以前不生效。请先由办理机关答复撤回申请。',
  ),
  SUSPENSION_NOT_PASSED: say(
    409,
    '没有需要了解的暂停',
    '该机构没有暂停服务，或者没有过预计恢复的日期，不需要记录了解的情况。请刷新后查看。',
  ),
  NOT_FOR_THIS_STATE: say(409, '机构现在的状态不能这样办理', '机构现在为“{status}”，不能办理{type}。'),
  LINK_UNCHANGED: say(409, '没有变化', '这项沿革或者关联已经是这样登记的，请刷新后查看。'),
  PREDECESSOR_STILL_THERE: say(
    409,
    '该机构没有终止',
    '只有已经终止，或者已经被注销、撤销的机构，才能登记为此前的机构。请先由该机构办理终止，或者由主管机关注销，生效以后再登记承接。',
  ),
  LINK_CIRCULAR: say(409, '先后颠倒', '该机构已经登记在本机构之后，不能又登记为本机构此前的机构。'),
  LINK_OTHER_PLACE: say(409, '不在同一区县', '此前的机构须与本机构在同一区县。'),
  MATERIALS_INCOMPLETE: say(422, '材料不齐', '还缺少：{missing}。请上传后再提交。'),
  UNKNOWN_MATERIAL: say(404, '没有这项材料', '该材料不在本件的材料清单中。'),
  COMMITMENT_UNAVAILABLE: say(
    422,
    '这项材料不能以告知承诺代替',
    '请上传材料。风险较大的材料，或者曾经没有履行承诺的，不适用告知承诺。',
  ),
  COMMITMENT_BARRED: say(
    422,
    '不适用告知承诺',
    '该单位或者其负责人曾经没有履行告知承诺，不再适用告知承诺，应当上传：{materials}。',
  ),
  COMMITMENT_NOT_DUE: say(409, '承诺的期限未到', '补交期限到 {dueOn}，期满仍未补交的才能认定未履行。'),
  FIELDS_INCOMPLETE: say(422, '申请书未填完整', '请补全标出的各项后再提交。'),
  NO_RECEIPT: say(404, '没有回执', '本件未获准予，没有回执或者证件；理由见办理结果。'),
  UNKNOWN_POINTER: say(
    422,
    '补正意见所指的项目不存在',
    '申请书和材料清单中没有：{pointers}。针对整件的，请写“/”。',
  ),
  CALL_REQUIRED: say(
    422,
    '须先电话联系申请人',
    '申请人已提交 {rounds} 次仍须补正，请先电话联系申请人，说明怎样补正，并写下联系的情况。',
  ),
  APPLICANT_UNREACHED: say(
    422,
    '须先告知申请人',
    '申请人没有能够登录的账号，看不到补正意见，期限却照常计算：请先电话或者当面告知，并写下联系的情况。',
  ),
  REMARK_TOO_LATE: say(
    422,
    '应当在上次退回时提出',
    '补正的内容应当一次性告知。以后各次只能对改动过的、以前提过意见的和没有填写的内容提出意见：{places}不在其中。',
  ),
  NOTHING_TO_DISCLOSE: say(
    409,
    '本件没有需要公开的内容',
    '只有托育机构首次备案因不符合要求未予备案的，才向社会公开理由。',
  ),
  PERSONAL_DATA_IN_PUBLIC_WORDS: say(
    422,
    '公开的文字含有个人信息',
    '这段文字将向社会公开，请删去其中的姓名、号码和邮箱后再公开。',
  ),
  PAPER_NOT_READY: say(409, '文书正在制作', '文书通常在一分钟内制作完成，请稍后再下载。'),
  HAND_INS_OF_A_DAY: say(
    429,
    '一天内提交的次数过多',
    '同一账号 24 小时内最多提交 {most} 次（补正以后再次提交的也计算在内）。已填写的内容和材料都已保存，请明天再提交；确有需要的，可以到窗口办理。',
  ),
  UPLOADS_OF_A_DAY: say(
    429,
    '一天内上传的文件过多',
    '同一账号 24 小时内上传的文件合计不超过 {most} GB。请把扫描件压缩以后，明天再上传。',
  ),
  UPLOADS_AT_ONCE: say(
    429,
    '同时上传的文件过多',
    '同一账号同时最多上传 {most} 份文件，请等正在上传的完成以后再上传。',
  ),
  UPLOAD_STALLED: say(
    408,
    '文件没有传完',
    '网络中断或者过慢，文件没有完整送达，请检查网络后重新上传。以断点续传方式上传的，已经送达的部分保留一天，可以接着上传。',
  ),
  TOO_MANY_FILES: say(422, '文件过多', '最多上传 {most} 份文件。'),
  ...HANDLING_ERRORS,
  RECEIPT_NOT_READY: say(404, '回执尚未生成', '准予以后即可下载；正在生成的，请稍后再试。'),
  INVALID_PHONE: say(422, '电话号码不正确', '请填写手机号码，或者带区号的固定电话号码。'),
  FILING_TYPE_UNAVAILABLE: say(422, '该类事项尚未开放', '这一天没有该类事项的表单，请到窗口办理。'),

  ...INSPECTION_ERRORS,
  ...LICENCE_ERRORS,
  ...REMOVAL_ERRORS,
  ...STAFF_ERRORS,
  ...UNFILED_ERRORS,
  ...EXCHANGE_ERRORS,
  ...ENFORCEMENT_ERRORS,
  ...FEEDBACK_ERRORS,
  LOG_POSITION_UNKNOWN: say(404, '日志中没有这个位置', '请按已公布的检查点填写：位置应小于检查点的条数。'),
  JOB_RETRIED: say(409, '该任务已经重试', '请在任务列表中查看重试的结果。'),
  JOB_UNKNOWN: say(409, '当前版本没有这种任务', '任务“{job}”属于其他版本，不能在当前版本重试。'),
  OWN_ACCOUNT: say(403, '不能办理自己的账号', '自己的账号由其他系统管理员维护；修改密码请用“修改密码”。'),
  BEYOND_OWN_DISTRICTS: say(403, '超出您的管理辖区', '只能授予您本人管理辖区以内的权限。'),
  OPERATOR_APART: say(
    409,
    '经办人账号与工作人员账号不能互换',
    '经办人的账号留着本人办理的备案和机构，不能改为工作人员的账号，反过来也不行。请停用这个账号，另建一个。',
  ),
  ACCOUNT_WITHOUT_PASSWORD: say(
    409,
    '该账号不使用密码',
    '这是政务服务平台转办时为申请人设立的账号，申请人在该平台登录，不能重置密码。需要停止使用的，可以停用账号。',
  ),
  ACCOUNT_CHANGED_MEANWHILE: say(
    409,
    '账号刚刚由他人办理',
    '您办理的同时，其他管理员重置了密码或者变更了这个账号。本次没有重置密码，以对方得到的初始密码为准；仍须重置的，请刷新页面，核对以后再办理。',
  ),
  ROLES_INCOMPATIBLE: say(
    422,
    '岗位组合不允许',
    '机构经办人、系统管理员不能兼任其他岗位；机构经办人不设辖区和部门，其他岗位须至少有一个辖区。',
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
