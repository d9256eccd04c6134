import type { FormField } from '@zhaoguan/contracts';
import { isEmpty, shownFields, valueAt } from '@zhaoguan/forms';
import { FieldValue } from '../../shared/form/field-value';
import { Facts } from '../../shared/ui/facts';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import { useFormOfKind, type Institution } from './queries';

const PLACE = '/institution/particulars/';

/** Filed as well, and named nowhere else on the page. */
const BESIDES: ReadonlySet<string> = new Set(
  [
    'ownership',
    'premisesTenure',
    'leaseStartsOn',
    'leaseEndsOn',
    'mealsProvided',
    'serviceForms',
    'classes',
  ].map((name) => `/institution/${name}`),
);

const isTold = ({ pointer }: FormField, document: object): boolean =>
  (pointer.startsWith(PLACE) || BESIDES.has(pointer)) && !isEmpty(valueAt(document, pointer));

/** What the institution filed besides the columns of the register, step by step as the form asks for it. */
export function FiledParticulars({ institution }: { readonly institution: Institution }) {
  const query = useFormOfKind(institution);
  const { details } = institution;
  const document = { institution: { ...institution, ...details } };
  const besides = [...BESIDES].some((pointer) => !isEmpty(valueAt(document, pointer)));
  if (!besides && Object.keys(valueAt(details, '/particulars') ?? {}).length === 0) return null;
  return (
    <Panel title="其他填报事项">
      <Loaded query={query} what="表单">
        {(form) => {
          const shown = new Set(shownFields(form, document));
          const steps = form.steps.map(({ key, title, fields }) => {
            const filed = fields.filter((field) => shown.has(field) && isTold(field, document));
            return { key, title, filed };
          });
          return (
            <>
              {steps
                .filter(({ filed }) => filed.length > 0)
                .map(({ key, title, filed }) => (
                  <section key={key} aria-label={title}>
                    <h3>{title}</h3>
                    <Facts
                      facts={filed.map((field) => ({
                        name: field.label,
                        value: <FieldValue field={field} value={valueAt(document, field.pointer)} />,
                      }))}
                    />
                  </section>
                ))}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
