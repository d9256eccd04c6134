import { NO_LAW, type LegalCitation } from '@zhaoguan/contracts';

/** On what a term rests: a law and its article, or that none says how long and the authority has set it. */
export const termBasisInWords = ({ law, article }: LegalCitation): string =>
  law === NO_LAW ? '法律没有规定期限，由办理机关设定' : `期限依据：${law}${article ?? ''}`;
