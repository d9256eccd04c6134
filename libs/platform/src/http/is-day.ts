import { isPlainDate } from '@zhaoguan/kernel';
import { ValidateBy } from 'class-validator';

/** A day that exists, as `2026-11-21`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isPlainDate(value),
      defaultMessage: () => '应为存在的日期，如 2026-11-21',
    },
  });
