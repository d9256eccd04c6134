import { isDistrictCode, isPlainDate, isTownshipCode } from '@zhaoguan/kernel';
import { ValidateBy } from 'class-validator';

/** A day that exists, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isPlainDate(value),
      defaultMessage: () => '应为存在的日期，如 2026-11-21',
    },
  });

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
