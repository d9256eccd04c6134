/** Whether a block of the stream says that something of which was told is done (已办理). */
export function saysDone(block: string): boolean {
  return /^event: ?done$/m.test(block);
}

/** The number of the notification in a block of the stream; none in a heartbeat or in another event. */
export function notificationIdIn(block: string): string[] {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  );
  const id = fields.get('id');
  return fields.get('event') === 'notification' && id !== undefined ? [id] : [];
}
