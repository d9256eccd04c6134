import { isNameOfPerson } from '@zhaoguan/kernel';
import { BROKEN, KEPT, type RuleKind } from './rule';

/** A name is written as in an identity document, and so that every paper can print it. */
export const isPersonName: RuleKind = {
  looksAt: [['text']],
  parameters: [],
  judge: ({ values: [value] }) => (typeof value !== 'string' || isNameOfPerson(value) ? KEPT : BROKEN),
};
