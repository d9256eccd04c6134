import { isMeantDay } from '@zhaoguan/kernel';
import { ValidateBy } from 'class-validator';

/** A day that exists and may be meant, as `2026-11-21`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isMeantDay(value),
      defaultMessage: () => '应为 1900 年以后存在的日期，如 2026-11-21',
    },
  });
