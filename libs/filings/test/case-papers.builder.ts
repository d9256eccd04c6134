import { execFileSync } from 'node:child_process';
import type { TestApp, TestPerson } from '@zhaoguan/testing';

/** A paper as the list of a case shows it. */
export interface PaperLine {
  id: string;
  kind: string;
  title: string;
  number: string;
  authority: string;
  issuedOn: string;
  file: { sm3: string; size: number; fileName: string } | null;
  signature: { keyId: string } | null;
  supersededBy: string | null;
  endedAs: string | null;
}

/** The papers of cases, as somebody reads them. */
export class CasePapers {
  constructor(private readonly app: TestApp) {}

  async all(id: string, by: TestPerson): Promise<PaperLine[]> {
    const answer = await this.app.as(by).get(`/api/v1/filings/${id}/papers`).expect(200);
    return answer.body.items as PaperLine[];
  }

  /** But those of handing in, of which each case has one a round. */
  async butSlips(id: string, by: TestPerson): Promise<PaperLine[]> {
    return (await this.all(id, by)).filter(({ kind }) => kind !== 'INTAKE_SLIP');
  }

  /** Its file, and what stands in it without any blank. */
  async printed(id: string, paperId: string, by: TestPerson): Promise<{ bytes: Buffer; text: string }> {
    const url = `/api/v1/filings/${id}/papers/${paperId}/file`;
    const bytes = (await this.app.as(by).get(url).buffer(true).expect(200)).body as Buffer;
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();
    return { bytes, text: text.replace(/\s/g, '') };
  }
}
