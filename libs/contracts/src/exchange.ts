/** How a webhook to a partner platform (对接平台) stands. */
export const DELIVERY_STATE_LABELS = {
  PENDING: '待推送',
  DELIVERED: '已送达',
  DEAD: '推送失败',
} as const;
export type DeliveryState = keyof typeof DELIVERY_STATE_LABELS;
export const DELIVERY_STATES = Object.keys(DELIVERY_STATE_LABELS) as DeliveryState[];

/** What partners are told of, in words. They hear of no other event. */
export const PARTNER_EVENT_LABELS = {
  'filing.submitted': '备案已提交',
  'filing.returned': '退回补正',
  'filing.refused': '不予备案',
  'filing.accepted': '准予备案',
  'filing.lapsed': '逾期未补正，视为撤回',
  'filing.withdrawn': '申请人撤回申请',
  // Of what was accepted and is not in force yet.
  'filing.retracted': '准予撤回尚未生效的事项',
  'filing.retraction-declined': '不予撤回尚未生效的事项',
  // Of a licence alone.
  'filing.admitted': '受理许可申请',
  'filing.dismissed': '不予受理许可申请',
  'filing.extended': '延长许可办理期限',
  'filing.renewed': '逾期未作决定，视为准予延续许可',
  // Of the institution that came of the case.
  'institution.suspended': '机构暂停服务',
  'institution.suspension-prolonged': '机构延长暂停服务',
  'institution.resumed': '机构恢复服务',
  'institution.closed': '机构终止服务',
  'institution.status-retracted': '撤回尚未生效的暂停、恢复、终止服务',
  'verification.mismatch-found': '现场核查与备案内容不一致',
  'verification.matched': '现场核查不一致的内容经复核一致',
  'removal.noticed': '注销、撤销的事先告知',
  'removal.dropped': '注销、撤销终止办理',
  'removal.decided': '注销、撤销决定',
  'removal.annulled': '注销、撤销决定被撤销，恢复效力',
} as const;

/** The same where the case is an application for a licence. */
export const LICENCE_PARTNER_EVENT_LABELS: Readonly<Record<keyof typeof PARTNER_EVENT_LABELS, string>> = {
  ...PARTNER_EVENT_LABELS,
  'filing.submitted': '许可申请已提交',
  'filing.refused': '不予许可',
  'filing.accepted': '准予许可',
  'verification.mismatch-found': '现场核查与许可内容不一致',
};
/** The same where it asks for a licence to go on (延续). */
export const RENEWAL_PARTNER_EVENT_LABELS: typeof LICENCE_PARTNER_EVENT_LABELS = {
  ...LICENCE_PARTNER_EVENT_LABELS,
  'filing.submitted': '延续申请已提交',
  'filing.admitted': '受理延续申请',
  'filing.dismissed': '不予受理延续申请',
  'filing.refused': '不予延续',
  'filing.accepted': '准予延续',
};
export type PartnerEvent = keyof typeof PARTNER_EVENT_LABELS;
export const PARTNER_EVENTS = Object.keys(PARTNER_EVENT_LABELS) as PartnerEvent[];

/** How a file that a partner laid into its folder (文件交换) stands. */
export const FOLDER_FILE_STATE_LABELS = {
  WAITING: '待读取',
  READ: '待归档',
  DONE: '全部办理',
  FAILED: '有未办理的',
} as const;
export type FolderFileState = keyof typeof FOLDER_FILE_STATE_LABELS;
export const FOLDER_FILE_STATES = Object.keys(FOLDER_FILE_STATE_LABELS) as FolderFileState[];

/** Why the folder of a partner cannot be served, and what the administrator does about it. */
export const FOLDER_PROBLEM_TEXTS = {
  NOT_SET: '系统没有启用文件交换。请在运行后台任务的服务器上设置 EXCHANGE_FOLDER，然后重新启动。',
  ROOT_MISSING: 'EXCHANGE_FOLDER 指定的文件夹不存在或者读不到。请核对设置，以及共享盘是否已经挂载。',
  GONE: '平台的文件夹不见了。请核对共享盘是否已经挂载；文件夹已被删除的，请恢复，或者换一个文件夹名。',
  NOT_A_FOLDER:
    '平台的文件夹里，in、out、done、failed、materials 有的不是文件夹，而是链接或者文件。请改为文件夹。',
  NO_RIGHTS: '没有读写平台文件夹的权限。请把文件夹的读写权限交给运行后台任务的用户。',
  NO_SPACE: '磁盘已满或者只读。请清理磁盘，或者恢复写入。',
} as const;
export type FolderProblem = keyof typeof FOLDER_PROBLEM_TEXTS;
export const FOLDER_PROBLEMS = Object.keys(FOLDER_PROBLEM_TEXTS) as FolderProblem[];
