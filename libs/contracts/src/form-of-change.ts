import type { Form } from './reference/forms';

/** Where the points stand that an applicant promises on line (备案承诺). */
export const PLEDGES = '/institution/particulars/pledges';

/**
 * The form of a change (变更): that of the first filing without what was promised there. Nobody promises it again by leaving it ticked,
 * and what must be promised for a change names what has changed: a letter among its materials.
 * @law 养老机构管理办法（民政部令第66号）: 变更备案的规定；托育机构登记和备案办法（试行）第十条
 */
export function formOfChange<F extends Form>(form: F): F {
  return {
    ...form,
    steps: form.steps
      .map((step) => ({ ...step, fields: step.fields.filter(({ pointer }) => pointer !== PLEDGES) }))
      .filter(({ fields }) => fields.length > 0),
    rules: form.rules.filter(({ fields }) => !fields.includes(PLEDGES)),
  };
}
