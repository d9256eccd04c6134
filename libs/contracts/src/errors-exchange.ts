import { say, type ErrorText } from './error-text';

/** Refusals to partner platforms (对接平台) and around them. */
export const EXCHANGE_ERRORS = {
  SIGNATURE_INVALID: say(
    401,
    '签名不正确',
    '请核对访问密钥、签名头和待签名字符串；密钥已更换或者平台已停用的，请联系系统管理员。',
  ),
  SIGNATURE_EXPIRED: say(401, '签名的时间不正确', '请校准时钟后重新签名；签名前后 5 分钟内有效。'),
  NONCE_REUSED: say(401, '随机数已经用过', '每次请求请使用新的随机数重新签名。'),
  DIGEST_MISMATCH: say(422, '内容与摘要不一致', '收到的内容与 X-Exchange-Digest 不一致，请重新计算后提交。'),
  CASE_REFERENCE_USED: say(
    409,
    '业务编号已经使用',
    '这个业务编号已用于内容不同的申请；修改申请请用 PATCH，另一件申请请换一个业务编号。',
  ),
  NOT_OF_APPLICANT: say(422, '不是申请人的信用代码', '机构的统一社会信用代码应与申请人实名认证的一致。'),
  FIRST_CASE_UNKNOWN: say(
    422,
    '没有这件首次备案',
    '本平台没有以这个业务编号转来过。请写机构首次备案（许可）转来时的业务编号；不是本平台转来的机构，由申请人到主管部门窗口办理。',
  ),
  FIRST_CASE_NOT_IN_FORCE: say(
    409,
    '没有由这一件登记的机构',
    '这一件还没有准予，没有准予就已经办结，本身不是首次备案（许可），或者机构以后另外办理了首次备案、许可或者延续。请写机构现在的备案（许可）转来时的业务编号；那一件不是本平台转来的，由申请人到主管部门窗口办理。',
  ),
  NOT_FIRST_APPLICANT: say(
    422,
    '与首次备案的申请人不同',
    '变更、暂停、恢复、终止由办理首次备案的同一用户、同一法人办理：userReference 和 uscc 应与首次备案转来时相同。换了用户的，由申请人到主管部门窗口办理。',
  ),
  KIND_NOT_CONNECTED: say(403, '不在对接范围', '该平台没有接入这类机构的申请，请联系系统管理员。'),
  FOLDER_TAKEN: say(409, '文件夹名已经使用', '另一个对接平台使用这个文件夹名，请换一个。'),
  WEBHOOK_REFUSED: say(
    422,
    '推送地址不能使用',
    '请填写 https 地址；内部网络的地址须由系统管理员在设置 EXCHANGE_NETWORKS 中放行。',
  ),
} as const satisfies Record<string, ErrorText>;
