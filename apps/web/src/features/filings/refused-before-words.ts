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
    .filter(({ status, unchanged }) => status === 'REFUSED' && unchanged)
    .map(({ reason, signedAnew }) => {
      const why = reason === null ? '' : `（当时的理由：${reason}）`;
      if (signedAnew.length === 0)
        return `请注意：填写的内容和上传的材料，与上次${refuse}的那一件完全相同${why}。确实不需要改动的可以提交；没有改正的，可能再次${refuse}。`;
      const signed = signedAnew.map((name) => `“${name}”`).join('、');
      return `请注意：除重新签字、上传的${signed}以外，填写的内容和上传的材料，与上次${refuse}的那一件相同${why}。当时的理由已经在${signed}中改正的，可以提交；其他理由没有改正的，可能再次${refuse}。`;
    });
}

/** Before what lapsed is handed in with remarks of its last return that nobody has followed. It is allowed, and said. */
export function unansweredBefore(
  about: Pick<Filing, 'regime' | 'type' | 'renewal'>,
  found: readonly RefusedBefore[] = [],
): string[] {
  const open = found.flatMap(({ remarks }) => remarks).filter(({ touched }) => !touched);
  if (open.length === 0) return [];
  const { matter } = caseWords(about);
  const places = open.map(({ place, message }) => `“${place}”：${message}`).join('；');
  return [
    `请注意：上次的${matter}逾期没有补正，视为撤回；当时的补正意见有 ${open.length} 处所指的内容现在没有改动：${places}。确实不需要改动的可以提交；没有补正的，可能再次被退回。`,
  ];
}
