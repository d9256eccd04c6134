import { say, type ErrorText } from './error-text';

/** Refusals around the register of staff (从业人员名录). */
export const STAFF_ERRORS = {
  DUPLICATE_STAFF: say(
    409,
    '名录中已有这个人',
    '这家机构已登记同名、同日入职的人员。确是两个人的，请在姓名后加以区别，例如“张某（厨房）”。',
  ),
  STAFF_DAY_WRONG: say(422, '日期不正确', '日期不晚于今天，离职日期不早于入职日期，有效期不早于发证日期。'),
  STAFF_HAS_LEFT: say(409, '这个人已经离职', '离职人员的登记不再修改；重新入职的，请另行登记。'),
  STAFF_LIMIT: say(422, '登记人数过多', '一家机构登记的在职人员不超过 {most} 人。'),
  POST_NOT_OF_KIND: say(422, '岗位不适用', '请选择这类机构设有的岗位。'),
  UNKNOWN_STAFF_REQUIREMENT: say(422, '证件不适用', '请选择这个岗位应当具备的证件，或者选择“其他”。'),
  UNKNOWN_STAFF_ALTERNATIVE: say(422, '请选择其中一项', '具备其中一项即可，请选择：{alternatives}。'),
  UNKNOWN_STAFF_FILE: say(
    422,
    '找不到扫描件',
    '请重新上传扫描件；只能使用为这个人上传、还没有使用过的文件。',
  ),
  STAFF_SHEET_UNREADABLE: say(422, '从业人员名录文件不能读取', '请核对后再导入：{reason}'),
  UNKNOWN_EXPIRY: say(422, '找不到到期事项', '请刷新页面，选择这家机构已经到期的事项。'),
  EXPIRY_NOT_REACHED: say(409, '尚未到期', '这一事项到期以后才能记为到期。'),
  EXPIRY_NOT_RENEWED: say(409, '没有续期', '新的期限不晚于原来的期限，不能记为已续期。'),
  TOO_MANY_STAFF_FILES: say(422, '扫描件过多', '一个人的扫描件不超过 {most} 份。'),
} as const satisfies Record<string, ErrorText>;
