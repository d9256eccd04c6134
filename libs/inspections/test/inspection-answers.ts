import type { TestPerson } from '@zhaoguan/testing';

export interface Inspector extends TestPerson {
  readonly inspectorId: string;
  readonly certificateNumber: string;
}

export interface PlanAnswer {
  readonly id: string;
  readonly itemIds: string[];
  readonly version: number;
  readonly availableActions: string[];
}

export interface TaskAnswer {
  readonly id: string;
  readonly drawId: string;
  readonly status: string;
  readonly version: number;
  readonly resultId: string | null;
  readonly institution: { readonly id: string; readonly name: string };
  readonly items: { readonly id: string; readonly code: string; readonly title: string }[];
}
