/** @param isOver whether the last day has passed: on the weekend after it no working day has, and yet it is over */
export function termInWords(workingDaysLeft: number, isOver: boolean): string {
  if (isOver && workingDaysLeft === 0) return '已超期';
  if (workingDaysLeft < 0) return `已超期 ${-workingDaysLeft} 个工作日`;
  if (workingDaysLeft === 0) return '今天到期';
  return `还有 ${workingDaysLeft} 个工作日`;
}

/** The same of a term that the law counts in days. */
export function daysInWords(left: number): string {
  if (left < 0) return `已超期 ${-left} 天`;
  return left === 0 ? '今天到期' : `还有 ${left} 天`;
}
