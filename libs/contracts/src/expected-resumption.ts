import type { PlainDate } from '@zhaoguan/kernel';

/**
 * Whether the day has passed on which a stopped service was expected to go on (预计恢复服务日). On that very day it may still go on.
 * @law 老年人权益保障法第四十六条; 托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export const hasExpectedDayPassed = (expectedOn: PlainDate, today: PlainDate): boolean => expectedOn < today;
