import type { Schemas } from '@zhaoguan/api-client';
import { caseWords } from '@zhaoguan/contracts';
import type { Filing } from './queries';

type RefusedBefore = Schemas['RefusedBeforeDto'];

/** Before what was refused is handed in as it was. It is allowed, and said. */
export function sameAsRefused(
  about: Pick<Filing, 'regime' | 'type' | 'renewal'>,
  found: readonly RefusedBefore[] = [],
): string[] {
  const { refuse } = caseWords(about);
  return found
    .filter(({ unchanged }) => unchanged)
    .map(
      ({ reason }) =>
        `请注意：填写的内容和上传的材料，与上次${refuse}的那一件完全相同${reason === null ? '' : `（当时的理由：${reason}）`}。确实不需要改动的可以提交；没有改正的，可能再次${refuse}。`,
    );
}
