import type { Schemas } from '@zhaoguan/api-client';

export type LeftOffice = Schemas['LeftOfficeDto'];

const AT_ONCE = '随即列入您的待办“无人办理申请的机关，待新建账号”';

/** Before an account is taken out of use, or may do less: what its office could not handle any more; nothing where it can. */
export const leftBehindInWords = (offices: readonly LeftOffice[]): string[] =>
  offices.map(({ officeName, unstaffed, cases }) => {
    if (!unstaffed)
      return `${officeName}已提交、尚未办结的申请中，有 ${cases} 件其他工作人员应当回避、不能办理，届时无人可以办理，${AT_ONCE}。请先另行新建一名备案受理人。`;
    const nobody = `${officeName}将没有可以办理申请的工作人员`;
    return cases === 0
      ? `${nobody}，以后提交的申请无人可以办理。请先新建一名备案受理人。`
      : `${nobody}，已提交、尚未办结的 ${cases} 件申请届时无人可以办理，${AT_ONCE}。请先新建一名备案受理人。`;
  });
