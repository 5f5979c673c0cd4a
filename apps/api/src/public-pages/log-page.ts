import { Inject, Injectable } from '@nestjs/common';
import { keysOf, LogWitnessing, STORES, type Stores } from '@srd/application';
import { VerifierPage } from '../verifier-page/verifier-page';
import { html } from './html';
import type { Page } from './page';

/** The checkpoint, the keys, the witnesses and the verifier: what anybody needs to hold the log to its word. */
@Injectable()
export class LogPage {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly witnessing: LogWitnessing,
    private readonly verifier: VerifierPage,
  ) {}

  page(): Page {
    const latest = this.stores.ledger.tree.latest();
    const witnessed = this.stores.ledger.tree.latestWitnessed();
    const keys = keysOf(this.stores.ledger, this.stores.hash);
    const witnesses = this.witnessing.keys;
    const { file } = this.verifier;
    return {
      title: '日志与核验',
      place: '/public/log',
      main: html`<h1>日志与核验</h1>
        <p class="lead">
          每一条记录写入后，都列入一份只能增加、不能改动的日志。日志的长度和总散列（检查点）带签名对外公布：谁存下了检查点，事后对其之前任何一条记录的改动、删除、插入都会被他发现。
        </p>
        <section class="card">
          <h2>最新检查点</h2>
          ${
            latest
              ? html`<p>日志现有 <strong>${latest.size}</strong> 条。请把下面的全文存下来，日后可与审计包对照。</p>
                  <pre tabindex="0" aria-label="最新检查点全文">${latest.note}</pre>
                  <p><a href="/api/v1/public/log/checkpoint" download="checkpoint.txt">下载检查点</a></p>`
              : html`<p>还没有检查点。</p>`
          }
          ${witnessed && html`<p>经见证人副署的最新检查点：${witnessed.size} 条。<a href="/api/v1/public/log/checkpoint?witnessed=true" download="checkpoint-witnessed.txt">下载</a></p>`}
        </section>
        <section class="card">
          <h2>公钥</h2>
          <p>核验时用这些公钥。请另从见证人或上级机关处取得一份，与这里的对照。</p>
          <dl class="proof">
            ${keys.map(
              (key, at) =>
                html`<dt>${at === 0 ? '日志现行公钥' : '日志以前的公钥'}</dt>
                  <dd><code>${key}</code></dd>`,
            )}${witnesses.map(
              (key) =>
                html`<dt>见证人公钥</dt>
                  <dd><code>${key}</code></dd>`,
            )}
          </dl>
          ${witnesses.length === 0 && html`<p>现在没有登记的见证人。</p>`}
          <p><a href="/api/v1/public/log/keys" download="keys.json">下载公钥</a></p>
        </section>
        <section class="card">
          <h2>离线核验页</h2>
          ${
            file
              ? html`<p>一个独立的网页文件，存到自己的设备上，断开网络打开，把审计包或抽取记录拖进去，即可核验。</p>
                  <p>
                    <a class="button" href="/verifier.html" download="srd-verifier.html">下载离线核验页</a>　<a
                      href="/verifier.html"
                      >直接打开</a
                    >
                  </p>
                  <dl class="proof">
                    <dt>SHA-256</dt>
                    <dd><code>${file.sha256}</code></dd>
                  </dl>
                  <p><small>任何人由同一源代码构建，得到的文件分毫不差。</small></p>`
              : html`<p>本站没有提供离线核验页，请用命令行 <code>srd verify</code>。</p>`
          }
        </section>
        <section class="card">
          <h2>怎样核验</h2>
          <ol class="steps">
            <li>抽取：在<a href="/public/draws">抽取</a>的页面上按“在本机核验”，或下载抽取记录，用离线核验页重算。</li>
            <li>案件：有权调阅的人可以导出审计包，其中有案件的全部记录和它们在日志中的证明。</li>
            <li>日志：用存下的旧检查点和<a href="/api/docs">一致性证明接口</a>，核对日志只增不改。</li>
            <li>命令行：<code>srd verify 文件 --key 公钥</code>，结论与离线核验页相同。</li>
          </ol>
        </section>`,
    };
  }
}
