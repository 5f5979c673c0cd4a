import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  CheckCircleFilled,
  CloseCircleFilled,
  DownOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
  LoadingOutlined,
} from '@ant-design/icons';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { RouterProvider } from 'react-router/dom';
import { Problem } from '../api/problem';
import { Ground } from '../shared/messages';
import { router } from './routes';
import { theme } from './theme';

/** A session that ended elsewhere shows the next time anything is asked: back to the sign-in page, and from there to this one. */
function onError(error: Error): void {
  if (error instanceof Problem && error.status === 401) void queries.invalidateQueries({ queryKey: ['desk'] });
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What is refused once is refused again; what didn't arrive may arrive.
      retry: (times, error) => times < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
    },
  },
});

/** Icons of antd's own that stand for themselves: what tells something is called in Chinese, what only decorates isn't read. */
const icons = {
  alert: {
    infoIcon: <InfoCircleFilled aria-label="提示" />,
    successIcon: <CheckCircleFilled aria-label="成功" />,
    warningIcon: <ExclamationCircleFilled aria-label="注意" />,
    errorIcon: <CloseCircleFilled aria-label="错误" />,
  },
  button: { autoInsertSpace: false, loadingIcon: <LoadingOutlined spin aria-hidden /> },
  select: { suffixIcon: <DownOutlined aria-hidden /> },
};

export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} {...icons}>
      <Ground>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Ground>
    </ConfigProvider>
  );
}
