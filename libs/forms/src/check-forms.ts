import { overlaps, type FormDefinition } from '@zhaoguan/contracts';
import { checkDefinition } from './check-definition';

/**
 * Whether all forms together can be used: each by itself ({@link checkDefinition}), one code for a kind and type of
 * filing, its versions one after the other.
 * @returns the faults with their place, in Chinese; empty when there is none
 */
export function checkForms(definitions: readonly FormDefinition[]): string[] {
  return definitions.flatMap((definition, index) => {
    const earlier = definitions.slice(0, index);
    const faults = [...checkDefinition(definition), ...clashes(earlier, definition)];
    return faults.map((fault) => `${definition.code} 第 ${definition.version} 版：${fault}`);
  });
}

function clashes(earlier: readonly FormDefinition[], definition: FormDefinition): string[] {
  return earlier.flatMap((other) => {
    const sameFiling = other.kind === definition.kind && other.filingType === definition.filingType;
    if (sameFiling !== (other.code === definition.code)) return ['同一编码对应同一机构类型和备案类型'];
    if (!sameFiling) return [];
    return [
      ...(other.version === definition.version ? ['版本号重复'] : []),
      ...(overlaps(other, definition) ? [`与第 ${other.version} 版的有效期重叠`] : []),
    ];
  });
}
