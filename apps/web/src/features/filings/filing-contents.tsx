import { useEffect, useState } from 'react';
import { goToPlace } from '../../shared/form/places-on-page';
import { AmendmentsPanel } from './amendments-panel';
import { ChangesPanel } from './changes-panel';
import { Desk } from './desk/desk';
import { materialAt } from './materials';
import { OvertakenPanel } from './overtaken-panel';
import type { Filing, FilingForm } from './queries';
import { RemarkList } from './remark-list';
import { SuspensionPanel } from './suspension-panel';

/** What is to be put right, what is new, and what was handed in: a line of the changes leads to its field or opens its material. */
export function FilingContents({ filing, form }: { readonly filing: Filing; readonly form: FilingForm }) {
  const [opened, open] = useState<string>();
  const [led, lead] = useState<{ readonly to: string } | null>(null);
  useEffect(() => {
    if (led) goToPlace(led.to);
  }, [led]);
  const go = (pointer: string) => {
    const code = materialAt(pointer);
    if (code !== undefined) open(code);
    lead({ to: pointer });
  };
  return (
    <>
      <RemarkList filing={filing} form={form} />
      <SuspensionPanel filing={filing} />
      <OvertakenPanel filing={filing} onGo={go} />
      <AmendmentsPanel filing={filing} onGo={go} />
      <ChangesPanel filing={filing} onGo={go} />
      <Desk filing={filing} form={form} opened={opened} onOpen={open} />
    </>
  );
}
