import { isInForce, type FilingType, type FormDefinition, type Kind } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

/** The form in which this kind and type of filing is made on that day; undefined where none is made online. */
export function formInForce(
  definitions: readonly FormDefinition[],
  wanted: { readonly kind: Kind; readonly type: FilingType; readonly on: PlainDate },
): FormDefinition | undefined {
  return definitions.find(
    (each) => each.kind === wanted.kind && each.filingType === wanted.type && isInForce(each, wanted.on),
  );
}
