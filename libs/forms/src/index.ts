export {
  answersOf,
  fieldsOf,
  findField,
  isEmpty,
  priceEnds,
  shownColumns,
  shownFields,
  shownSteps,
  isRecord,
  valueAt,
} from './answers';
export { type ChangedField, changedFields } from './changes';
export { checkDefinition } from './check-definition';
export { checkForms } from './check-forms';
export { citedMessage } from './cited-message';
export { CODE_TYPES, faultOfDay, messageOf, type CodeType } from './code-types';
export { displayValue } from './display';
export { counted, countFault } from './counted';
export { type FormFault, hasAtMostDecimals } from './field-faults';
export { formInForce } from './form-in-force';
export { type MissingField, missingFields } from './missing-fields';
export { type FieldAhead, fieldsAhead, type Settled } from './outlook';
export { termsOf } from './rule-faults';
export type { Division } from './place-faults';
export { prolongedFrom } from './prolonging-faults';
export { type FormContext, validateForm } from './validate-form';
export { type UsualFault, usualFaults } from './usual-faults';
