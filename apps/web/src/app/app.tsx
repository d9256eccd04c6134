import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { queryClient } from '../shared/api/queries';
import { ToldHere } from '../shared/ui/told';
import '../shared/ui/base.css';
import { router } from './router';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <ToldHere />
    </QueryClientProvider>
  );
}
