/**
 * Materials that are the form itself, printed as it was filled in, signed and sealed (备案申请书、备案书、许可申请书、书面告知), by code. They
 * speak of every item of the form: who changes an item has to sign anew.
 */
const SIGNED_FORMS: ReadonlySet<string> = new Set([
  'FILING_APPLICATION',
  'FILING_FORM',
  'CHANGE_APPLICATION',
  'CHANGE_FORM',
  'LICENCE_APPLICATION',
  'SUSPENSION_NOTICE',
  'RESUMPTION_NOTICE',
  'CLOSURE_NOTICE',
]);

export const isSignedForm = ({ code }: { readonly code: string }): boolean => SIGNED_FORMS.has(code);
