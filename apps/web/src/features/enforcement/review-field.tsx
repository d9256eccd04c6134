import type { PenaltyCase } from './queries';
import { TextField } from '../../shared/form/text-field';

/** What was made of the party's statement; asked for where there is one. @law 行政处罚法第四十五条 */
export function ReviewField({ subject: { statements } }: { readonly subject: PenaltyCase }) {
  if (!statements.some(({ nature }) => nature === 'STATEMENT')) return null;
  return (
    <TextField
      name="statementReview"
      label="对陈述申辩的复核意见"
      help="逐项写明采纳或者不予采纳的理由；不得因陈述、申辩而加重处罚。"
      maxLength={5000}
    />
  );
}
