/**
 * As SQL, whether the follow-up of this id is of a filing that is to be decided: who may decide filings reads no rating of it, nor that there is
 * one, and once it is decided it waits for them too.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）: no retaliation
 */
export const isOfUndecided = (followUpId: string): string =>
  `exists (select from feedback.follow_up_facts u join filings.filing_facts g on g.filing_id = u.filing_id
            where u.follow_up_id = ${followUpId} and g.status in ('SUBMITTED', 'RETURNED'))`;

/** The same of what is overdue, whose alias this is. */
export const isUndecidedRating = (overdue: string): string =>
  `(${overdue}.type = 'RATING_TO_FOLLOW_UP' and ${isOfUndecided(`${overdue}.subject_id`)})`;
