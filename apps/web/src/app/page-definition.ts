import type { Permission } from '@zhaoguan/contracts';
import type { ComponentType } from 'react';

/** A page of the console. What is not open to a person is neither shown nor loaded; the server decides all the same. */
export interface PageDefinition {
  /** Below /console, in the notation of react-router. */
  readonly path: string;
  /** In the title of the window, and in the navigation when `nav` is given. */
  readonly title: string;
  /** The title where licences (许可) are held beside filings, where it is another. */
  readonly titleWithLicences?: string;
  /** Any of these opens the page; empty: everybody who is signed in. */
  readonly anyOf: readonly Permission[];
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** For phones in corridors: has nothing of antd, and does without loading it. scripts/support/web-sizes.mjs sets the limit. */
  readonly light?: true;
  readonly nav?: {
    readonly icon: ComponentType;
    /** Ascending from top to bottom. */
    readonly order: number;
    /** In the bar at the bottom of a phone: at most four for a role, in this order. */
    readonly phone?: number;
  };
}

/** What the page is called where the person works. */
export const titleOf = (
  { title, titleWithLicences = title }: Pick<PageDefinition, 'title' | 'titleWithLicences'>,
  isLicensed: boolean,
): string => (isLicensed ? titleWithLicences : title);
