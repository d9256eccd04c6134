import { checkPhone, checkResidentId, checkUscc, isDistrictCode, isPlainDate } from '@zhaoguan/kernel';
import { ValidateBy } from 'class-validator';

/** A rule whose name becomes the error code: `invalidUscc` → `INVALID_USCC`. An empty text is “not filled in”. */
const code = (name: string, message: string, holds: (text: string) => boolean) => (): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => typeof value === 'string' && (value.trim() === '' || holds(value)),
      defaultMessage: () => message,
    },
  });

export const IsUsccCode = code(
  'invalidUscc',
  '统一社会信用代码不正确，请对照登记证书核对 18 位代码',
  (text) => checkUscc(text).ok,
);
export const IsResidentId = code(
  'invalidResidentId',
  '居民身份证号不正确，请核对 18 位号码',
  (text) => checkResidentId(text).ok,
);
export const IsPhoneNumber = code(
  'invalidPhone',
  '电话号码不正确，请填写手机号码或者带区号的固定电话号码',
  (text) => checkPhone(text).ok,
);
export const IsDay = code('invalidDate', '日期不正确，请按 2026-11-21 的格式填写', isPlainDate);
export const IsCounty = code(
  'unknownDistrict',
  '行政区划代码不存在，请填写六位县级行政区划代码',
  isDistrictCode,
);
