import { useEffect } from 'react';
import { ELDER_COLOURS } from '@zhaoguan/contracts';
import { propertyOf } from './tokens';

/**
 * Stronger colours while a page is shown that is read out of doors: every text pair keeps 7:1 or more. They hold for the
 * frame around it too.
 */
export function useSunlight(): void {
  useEffect(() => {
    const { style } = document.body;
    const colours = Object.entries(ELDER_COLOURS);
    for (const [name, value] of colours) style.setProperty(propertyOf(name), value);
    return () => {
      for (const [name] of colours) style.removeProperty(propertyOf(name));
    };
  }, []);
}
