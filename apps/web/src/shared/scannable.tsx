import { Alert } from 'antd';
import { isOwnAddress } from './own-address';

/** Says beside codes to scan, and before they are there, that phones can't follow them, and what to do; nothing where they can. */
export function Scannable() {
  const { hostname, port } = window.location;
  if (!isOwnAddress(hostname)) return null;
  const place = port === '' ? '本机名称或 IP 地址' : `本机名称或 IP 地址:${port}`;
  return (
    <Alert
      type="warning"
      showIcon
      className="scannable"
      title="手机扫码打不开：二维码里是只有本机能用的地址"
      description={`本页以 ${hostname} 打开，见证人的手机找不到这个地址。请改用这台机器在局域网中的地址重新打开本页（形如 http://${place}），再让见证人扫码；若那个地址打不开，请管理员把监听地址 SRD_HOST 设为 0.0.0.0 后重启服务。`}
    />
  );
}
