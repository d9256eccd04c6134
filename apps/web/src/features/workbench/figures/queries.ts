import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';

const STALE_MS = 60_000;

/** A figure (统计) with the moment at which it was counted; the server counts at most once a minute. */
function useFigure<T>(name: string, fetchFigure: () => Promise<T>) {
  return useQuery({ queryKey: ['figures', name], queryFn: fetchFigure, staleTime: STALE_MS });
}

export const useWaitingFigure = () => useFigure('waiting', () => bodyOf(api.GET('/api/v1/figures/waiting')));
export const useFilingsByWeek = () =>
  useFigure('filings-by-week', () => bodyOf(api.GET('/api/v1/figures/filings-by-week')));
export const useDaysToDecision = () =>
  useFigure('days-to-decision', () => bodyOf(api.GET('/api/v1/figures/days-to-decision')));
export const useGrades = () => useFigure('grades', () => bodyOf(api.GET('/api/v1/figures/grades')));
export const useFindings = () => useFigure('findings', () => bodyOf(api.GET('/api/v1/figures/findings')));
export const useResults = () => useFigure('results', () => bodyOf(api.GET('/api/v1/figures/results')));
export const useDistrictFigures = () =>
  useFigure('districts', () => bodyOf(api.GET('/api/v1/figures/districts')));
export const usePlanProgress = () => useFigure('plans', () => bodyOf(api.GET('/api/v1/figures/plans')));
export const useGradeHistory = () =>
  useFigure('grade-history', () => bodyOf(api.GET('/api/v1/figures/grade-history')));
