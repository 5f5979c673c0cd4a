import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../shared/states';

async function loadHash(): Promise<string> {
  const answer = await fetch('/verifier.html.sha256');
  if (!answer.ok) throw new Error('核验页面没有构建');
  return (await answer.text()).split(' ')[0]!;
}

/** The verifier that an auditor takes along, and the hash to tell it by. */
export function VerifierLink() {
  const hash = useQuery({ queryKey: ['verifier-hash'], queryFn: loadHash, staleTime: Infinity, retry: false });
  return (
    <section aria-labelledby="verifier-link">
      <h2 id="verifier-link">离线核验</h2>
      <p>
        <a href="/verifier.html">打开离线核验页面</a>，或
        <a href="/verifier.html" download="srd-verifier.html">
          存到自己的介质上
        </a>
        ：断网也能核验审计包。
      </p>
      <Loaded query={hash} what="散列">
        {(value) => (
          <p>
            该文件的 SHA-256：<code className="audit-hash">{value}</code>
          </p>
        )}
      </Loaded>
    </section>
  );
}
