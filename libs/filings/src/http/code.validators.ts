import { CODE_TYPES, hasAtMostDecimals, messageOf, type CodeType } from '@zhaoguan/forms';
import { ValidateBy } from 'class-validator';

/** A rule whose name becomes the error code: `invalidUscc` → `INVALID_USCC`. An empty text is “not filled in”. */
const code = (name: string, type: CodeType) => (): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => typeof value === 'string' && (value.trim() === '' || type.accepts(value)),
      defaultMessage: (args) => messageOf(type, args?.value),
    },
  });

/** A number of at most two decimals, e.g. of square metres. The rule of class-validator fails on 1e-9. */
export const IsInHundredths = (): PropertyDecorator =>
  ValidateBy({
    name: 'isNumber',
    validator: {
      validate: (value: unknown) => hasAtMostDecimals(value, 2),
      defaultMessage: () => '应为数字，至多 2 位小数',
    },
  });

export const IsUsccCode = code('invalidUscc', CODE_TYPES.uscc);
export const IsResidentId = code('invalidResidentId', CODE_TYPES.residentId);
export const IsPhoneNumber = code('invalidPhone', CODE_TYPES.phone);
export const IsDay = code('invalidDate', CODE_TYPES.date);
export const IsCounty = code('unknownDistrict', CODE_TYPES.district);
export const IsTownship = code('unknownDistrict', CODE_TYPES.township);
