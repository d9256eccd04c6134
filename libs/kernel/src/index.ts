export type { Brand } from './brand';
export { type Clock, FixedClock, SystemClock } from './clock';
export {
  commonDistrict,
  coversDistrict,
  type DistrictCode,
  districtPrefix,
  isDistrictCode,
  isTownshipCode,
  jurisdictionPrefixes,
} from './codes/district';
export { plainDigits } from './codes/digits';
export { guarded, guardedFileName, hasNumberInCharacters, toApplicant } from './codes/guarded';
export { faultOfInstitutionAddress, faultOfInstitutionName } from './codes/institution-name';
export { isSomeNumber, saysSomething, saysWhat } from './codes/meaning';
export { maskPaperNumber } from './codes/paper-number';
export { isNameOfPerson, maskName } from './codes/person-name';
export { holdsMail, holdsPersonalNumber } from './codes/personal-numbers';
export { checkPhone, maskPhone, type PhoneCheck, type PhoneKind, type PhoneNumber } from './codes/phone';
export {
  checkResidentId,
  lastFour,
  maskResidentId,
  type ResidentId,
  type ResidentIdCheck,
  type ResidentIdFault,
} from './codes/resident-id';
export {
  checkUscc,
  type Uscc,
  type UsccCheck,
  usccCheckDigit,
  type UsccEntity,
  type UsccFault,
} from './codes/uscc';
export { csvLine, CSV_BOM } from './csv';
export { type CursorValue, decodeCursor, decodeIdCursor, decodePositionCursor, encodeCursor } from './cursor';
export { calendarDays, calendarMonths, type Deadline, dueDate, workingDays } from './deadline';
export { DomainError, type FieldError } from './errors';
export { firstIdAt, isUuid, newId } from './ids';
export { type Fen, fen, formatYuan, yuanInCapitals, yuanInWords } from './money';
export { pick } from './pick';
export {
  addDays,
  addMonths,
  startOfQuarter,
  chineseDate,
  compareDates,
  dateInShanghai,
  daysBetween,
  isMeantDay,
  isPlainDate,
  type PlainDate,
  plainDate,
  startOfDayInShanghai,
  weekday,
  yearOf,
  EARLY_DAY,
} from './plain-date';
export { type ActionOf, defineProcess, Process, type StateOf } from './process';
export type {
  ActContext,
  ActionSpec,
  ActionTable,
  Applied,
  Guard,
  GuardRefusal,
  ProcessDefinition,
  Transition,
} from './process.types';
export { type Rng, SystemRng } from './rng';
export { addressKey } from './address-key';
export { bigrams, charLength, normalizeLines, normalizeText, withoutInvisible } from './text';
export {
  addWorkingDays,
  type HolidayCalendar,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
  type WorkingDayTerm,
} from './working-days';
