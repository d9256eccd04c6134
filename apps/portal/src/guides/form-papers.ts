import { Injectable } from '@nestjs/common';
import type { GuideForm } from '@zhaoguan/filings';
import { printForm } from './form-paper';

/** More versions than a year brings; beyond it the oldest are printed anew. */
const MOST_KEPT = 60;

/** Printed forms, kept in memory: anybody may ask for them, and printing one takes a moment of the process. */
@Injectable()
export class FormPapers {
  private readonly kept = new Map<string, Promise<Buffer>>();

  get(key: string, form: GuideForm, filled: boolean): Promise<Buffer> {
    const name = [key, form.code, form.version, filled].join('/');
    const known = this.kept.get(name);
    if (known) return known;
    const printed = printForm(form, filled);
    this.kept.set(name, printed);
    printed.catch(() => this.kept.delete(name));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return printed;
  }
}
