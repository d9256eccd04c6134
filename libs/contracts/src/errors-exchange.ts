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
  KIND_NOT_CONNECTED: say(403, '不在对接范围', '该平台没有接入这类机构的申请，请联系系统管理员。'),
  FOLDER_TAKEN: say(409, '文件夹名已经使用', '另一个对接平台使用这个文件夹名，请换一个。'),
  WEBHOOK_REFUSED: say(
    422,
    '推送地址不能使用',
    '请填写 https 地址；内部网络的地址须由系统管理员在设置 EXCHANGE_NETWORKS 中放行。',
  ),
} as const satisfies Record<string, ErrorText>;
