/**
 * SQL: from which day on a step of `institutions.status_step` holds. What was asked to be taken back and was answered beyond its day holds
 * from the day of the answer, not from the one it was filed for; the public reads the same (`status_step_public`).
 * @param step the alias of the table, with its dot
 */
export const stepDay = (step = ''): string =>
  `case when ${step}held then greatest(${step}effective_on, (${step}applied_at at time zone 'Asia/Shanghai')::date) else ${step}effective_on end`;
