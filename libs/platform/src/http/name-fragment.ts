import { refuse } from '@zhaoguan/contracts';
import { charLength, normalizeText } from '@zhaoguan/kernel';

const SHORTEST = 2;
const LONGEST = 50;

export type NameFragment =
  | { readonly fragment: string | undefined; readonly fault?: undefined }
  | { readonly fault: 'TOO_SHORT' | 'TOO_LONG' | 'UNREADABLE'; readonly message: string };

/**
 * Part of a name, as somebody typed it. Two characters at least: the index holds pairs, and one character of Chinese
 * fits a third of all names. Nothing typed asks for everything.
 */
export function readNameFragment(typed: string): NameFragment {
  if (typed.length > 10 * LONGEST) return tooLong();
  if (/(?!\s)\p{Cc}|\p{Cs}/u.test(typed)) return { fault: 'UNREADABLE', message: '含有无法识别的字符' };
  const fragment = normalizeText(typed);
  if (fragment === '') return { fragment: undefined };
  const length = charLength(fragment);
  if (length < SHORTEST) return { fault: 'TOO_SHORT', message: '请至少输入两个字' };
  return length > LONGEST ? tooLong() : { fragment };
}

function tooLong(): NameFragment {
  return { fault: 'TOO_LONG', message: `请输入不超过 ${LONGEST} 个字` };
}

/** @throws VALIDATION_FAILED at `/q` */
export function nameFragmentOf(typed: string | undefined): string | undefined {
  const read = readNameFragment(typed ?? '');
  if (read.fault === undefined) return read.fragment;
  throw refuse('VALIDATION_FAILED', {}, [{ pointer: '/q', code: read.fault, message: read.message }]);
}
