import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { queryClient } from '../shared/api/queries';
import { ToldHere } from '../shared/ui/told';
import { ANTD_THEME } from '../shared/ui/tokens';
import '../shared/ui/base.css';
import { router } from './router';

export function App() {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={ANTD_THEME}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToldHere />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
