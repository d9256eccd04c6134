import { isDistrictCode, isTownshipCode } from '@zhaoguan/kernel';
import { ValidateBy } from 'class-validator';

/** Codes of districts or townships, or exactly `['*']`. */
export const IsDistrictList = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDistrictList',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) &&
        ((value.length === 1 && value[0] === '*') ||
          value.every(
            (code: unknown) => typeof code === 'string' && (isDistrictCode(code) || isTownshipCode(code)),
          )),
      defaultMessage: () => '应为六位行政区划代码、九位乡镇街道代码，或者只填 *（全国）',
    },
  });
