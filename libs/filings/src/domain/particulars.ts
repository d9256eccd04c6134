import { PLEDGES, type Form, type FormField } from '@zhaoguan/contracts';
import { fieldsOf, isEmpty, priceEnds } from '@zhaoguan/forms';
import { normalizeLines, normalizeText } from '@zhaoguan/kernel';

/**
 * The further answers (其他填报项目) of an application, by the name of their field in the form: what a form asks for is data, so
 * a field that a new version adds needs no column and no line of code. Which there are, and of which type, says the form.
 */
export type Particulars = Readonly<Record<string, unknown>>;

/** Where they stand in the application. */
export const PARTICULARS = '/institution/particulars';

/** What the form asks for of what was sent; the rest is dropped, as the interface drops members that it does not know. */
export function askedParticulars(
  form: Form,
  sent: Particulars | null | undefined,
): Particulars | null | undefined {
  if (!sent) return sent;
  const asked = new Map(fieldsOf(form).map((field) => [field.pointer, field]));
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const field = asked.get(`${PARTICULARS}/${name}`);
      return field ? [[name, onlyAsked(field, value)]] : [];
    }),
  );
}

function onlyAsked({ type, fields = [] }: FormField, value: unknown): unknown {
  // Of what has no paragraphs a line break is a slip.
  if (typeof value === 'string') return type === 'multiline' ? value : normalizeText(value);
  if (type === 'moneyRange') return isObject(value) ? priceEnds(value) : value;
  if (type !== 'rows' || !Array.isArray(value)) return value;
  return value.map((row: unknown) => {
    if (!isObject(row)) return row;
    const columns = fields.map((column) => [column.pointer.slice(1), column] as const);
    return Object.fromEntries(
      columns.flatMap(([name, column]) =>
        Object.hasOwn(row, name) ? [[name, onlyAsked(column, row[name])]] : [],
      ),
    );
  });
}

/** Lays what is sent over what is there, each text in the one spelling; `null`, or an empty list, clears an answer, `null` all of them. */
export function fillInParticulars(sent: Particulars | null | undefined, current: Particulars): Particulars {
  if (sent === undefined) return current;
  if (sent === null) return {};
  const laid = { ...current, ...(spelled(sent) as Particulars) };
  return Object.fromEntries(Object.entries(laid).filter(([, value]) => !isEmpty(value)));
}

const PLEDGED = PLEDGES.slice(`${PARTICULARS}/`.length);

/** What was promised on line (备案承诺), point by point; promises are made for one application and brought along into none. */
export const pledgesIn = ({ [PLEDGED]: said }: Particulars): readonly unknown[] =>
  Array.isArray(said) ? said : [];

export function withoutPledges({ [PLEDGED]: _said, ...rest }: Particulars): Particulars {
  return rest;
}

/** Blank text says nothing. */
function spelled(value: unknown): unknown {
  if (typeof value === 'string') return normalizeLines(value) || null;
  if (Array.isArray(value)) return value.map(spelled);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spelled(each)]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
