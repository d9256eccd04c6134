import type { GivenPaper, PaperKindOf } from '@zhaoguan/contracts';

type ToldPaper = Pick<GivenPaper<PaperKindOf<'filings'>>, 'id' | 'kind' | 'number' | 'issuedOn' | 'code'>;

/** What a partner platform learns of a paper: where it is, and nothing of what it says. */
export const toldPaper = ({ id, kind, number, issuedOn, code }: ToldPaper): ToldPaper => ({
  id,
  kind,
  number,
  issuedOn,
  code,
});
