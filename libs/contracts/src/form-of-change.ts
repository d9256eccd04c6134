import type { Form, FormStep } from './reference/forms';

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
    steps: form.steps.filter((step) => !asksForPledgesAlone(step)).map(withoutPledges),
    rules: form.rules.filter(({ fields }) => !fields.includes(PLEDGES)),
  };
}

/** A step may have no fields of its own: the last one is to be read. */
const asksForPledgesAlone = ({ fields }: FormStep): boolean =>
  fields.length > 0 && fields.every(({ pointer }) => pointer === PLEDGES);

const withoutPledges = (step: FormStep): FormStep => ({
  ...step,
  fields: step.fields.filter(({ pointer }) => pointer !== PLEDGES),
});
