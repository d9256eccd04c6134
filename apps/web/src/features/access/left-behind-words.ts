import type { Schemas } from '@zhaoguan/api-client';

export type LeftBehind = Schemas['LeftBehindDto'];
type LeftOffice = LeftBehind['offices'][number];
type LeftDepartment = LeftBehind['departments'][number];

const AT_ONCE = '随即列入您的待办“无人办理申请的机关，待新建账号”';

/** Before an account is taken out of use, or may do less: what its office could not handle any more; nothing where it can. */
export const leftBehindInWords = ({ offices, departments }: LeftBehind): string[] => [
  ...offices.map(officeInWords),
  ...departments.map(departmentInWords),
];

function officeInWords({ officeName, unstaffed, cases }: LeftOffice): string {
  if (!unstaffed)
    return `${officeName}已提交、尚未办结的申请中，有 ${cases} 件其他工作人员应当回避、不能办理，届时无人可以办理，${AT_ONCE}。请先另行新建一名备案受理人。`;
  const nobody = `${officeName}将没有可以办理申请的工作人员`;
  return cases === 0
    ? `${nobody}，以后提交的申请无人可以办理。请先新建一名备案受理人。`
    : `${nobody}，已提交、尚未办结的 ${cases} 件申请届时无人可以办理，${AT_ONCE}。请先新建一名备案受理人。`;
}

/** An opinion that nobody gives holds up whoever asked for it. */
function departmentInWords({ departmentName, vacant, opinions }: LeftDepartment): string {
  const waived = '办理申请的机关只能不再等待、线下征求';
  if (!vacant)
    return `${departmentName}已收到、尚未答复的征求意见中，有 ${opinions} 件其他答复人应当回避、不能答复，届时无人可以答复，${waived}。请先由其答复，或者另行新建一名协同意见答复人。`;
  const nobody = `${departmentName}将没有协同意见答复人`;
  return opinions === 0
    ? `${nobody}，以后不能在线征求该部门的意见。请先新建一名协同意见答复人。`
    : `${nobody}，已收到、尚未答复的 ${opinions} 件征求意见届时无人可以答复，${waived}。请先由其答复，或者先新建一名协同意见答复人。`;
}
