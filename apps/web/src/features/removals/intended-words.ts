const INTENDED = /拟(?:予以?|对其)?(?:注销|撤销)/u;

/**
 * That facts name what is meant to be decided, which the paper says itself: told before it is confirmed. It is not refused, for an
 * institution may have meant to cancel something of its own.
 */
export function intendedInFacts(facts: string | undefined): string[] {
  const [found] = INTENDED.exec(facts ?? '') ?? [];
  return found === undefined
    ? []
    : [
        `事实、证据和理由中写有“${found}”：拟作出的决定和依据由告知书另行载明，写在这里会重复。请返回删去；说的是机构自己的打算的，可以保留。`,
      ];
}
