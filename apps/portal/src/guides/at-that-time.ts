/** “应退费用大于 0 时”, “服务场所权属为“租赁”时”: before what is to be done then. */
export const atThatTime = (when: string): string => `${when}${/\d$/.test(when) ? ' ' : ''}时`;
