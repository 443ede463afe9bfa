/**
 * Handlebars templates of the page. They are modules, not files, so that the service is one file when it is bundled. `say` puts a text of the
 * chosen language: escaped, and what fills its braces in a `<bdi>` each. Nothing is put unescaped.
 */

/** The whole page. */
export const layout = `<!doctype html>
<html lang="{{language}}" dir="ltr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{plain title}} – {{brandName}}</title>
    <link rel="icon" href="/logo">
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <header class="brand">
      <img src="/logo" alt="" height="40">
      <p translate="no"><bdi>{{brandName}}</bdi></p>
    </header>
    <main class="card" data-state="{{state}}">
      {{> body}}
    </main>
    <footer>
      <nav aria-label="{{plain 'language'}}">
        <ul>
          {{#each languages}}
            <li><a href="{{href}}" lang="{{tag}}" hreflang="{{tag}}"{{#if current}} aria-current="true"{{/if}}>{{name}}</a></li>
          {{/each}}
        </ul>
      </nav>
      {{#if about}}
        <ul>
          {{#each about}}
            <li><a href="{{href}}" rel="noreferrer">{{say label}}</a></li>
          {{/each}}
        </ul>
      {{/if}}
    </footer>
  </body>
</html>
`;

/** What stands on it, and the drawings. */
export const parts = {
  body: `<div class="sign {{icon}}" aria-hidden="true">{{> (lookup . 'icon')}}</div>
{{#if notice}}
  <div class="notice {{notice.kind}}" role="alert" tabindex="-1" autofocus>
    <p>{{#if codeMissing}}<a href="#code">{{say notice.text}}</a>{{else}}{{say notice.text}}{{/if}}</p>
    {{#if notice.incident}}<p class="hint">{{say 'incident' incident=notice.incident}}</p>{{/if}}
  </div>
{{/if}}
<h1>{{say title}}</h1>
{{#each leads}}<p class="lead">{{say this}}</p>{{/each}}
{{> facts}}
{{> person}}
{{#if after}}
  <div class="after"{{#if answered}} role="status"{{/if}}>{{#each after}}<p>{{say this}}</p>{{/each}}</div>
{{/if}}
{{#if signIn}}{{> signIn}}{{/if}}
{{#if main}}{{> button form=main kind='primary'}}{{/if}}
{{#if link}}<a class="button {{#if strongLink}}primary{{/if}}" href="{{link.href}}" rel="noreferrer">{{say link.label}}</a>{{/if}}
{{#if other}}{{> button form=other kind='quiet'}}{{/if}}
{{#if codeShown}}{{> code}}{{/if}}
{{#if codeFolded}}<details{{#if codeMissing}} open{{/if}}><summary>{{say 'retypeTitle'}}</summary>{{> code}}</details>{{/if}}
{{#each small}}<p class="hint">{{say this}}</p>{{/each}}`,

  facts: `{{#if facts}}
  <dl>
    {{#each facts}}
      <div>
        <dt>{{say label}}</dt>
        {{#each values}}<dd><bdi>{{this}}</bdi></dd>{{/each}}
        {{#if hint}}<dd class="hint">{{say hint}}</dd>{{/if}}
      </div>
    {{/each}}
  </dl>
{{/if}}`,

  person: `{{#with person}}
  <div class="person">
    <span class="initial" aria-hidden="true">{{initial}}</span>
    <div>
      {{#each lines}}<p><bdi>{{this}}</bdi></p>{{/each}}
      <p class="hint">{{say 'signedIn' provider=provider}}</p>
    </div>
  </div>
{{/with}}`,

  signIn: `<section{{#if signIn.title}} aria-labelledby="sign-in"{{/if}}>
  {{#if signIn.title}}<h2 id="sign-in">{{say signIn.title}}</h2>{{/if}}
  <p>{{say signIn.lead}}</p>
  <form method="post" action="/sign-in">
    {{> token}}
    <input type="hidden" name="origins" value="{{origins}}">
    {{#each providers}}
      <button class="button{{#if primary}} primary{{/if}}" name="provider" value="{{id}}">{{say 'signInWith' provider=name}}</button>
    {{/each}}
  </form>
</section>`,

  code: `<form method="post" action="/register">
  {{> token}}
  <label for="code">{{say 'codeLabel'}}</label>
  <p class="hint" id="code-hint">{{say 'codeHint'}}</p>
  <input id="code" name="code" type="text" required maxlength="2000" autocomplete="off" autocapitalize="none" spellcheck="false"
    aria-describedby="code-hint{{#if codeMissing}} code-missing{{/if}}"{{#if codeMissing}} aria-invalid="true"{{/if}}>
  {{#if codeMissing}}<p class="missing" id="code-missing">{{say 'codeMissing'}}</p>{{/if}}
  <button class="button{{#if codeShown}} primary{{/if}}">{{say 'codeNext'}}</button>
</form>`,

  button: `<form method="post" action="{{form.action}}">
  {{> token}}
  <button class="button {{kind}}">{{say form.label}}</button>
</form>`,

  token: `<input type="hidden" name="token" value="{{@root.token}}">`,

  letter: `<svg viewBox="0 0 24 24"><rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="m3.6 7 8.4 6.2L20.4 7"/></svg>`,
  done: `<svg viewBox="0 0 24 24"><path d="m5 12.8 4.6 4.6L19.2 7.2"/></svg>`,
  warning: `<svg viewBox="0 0 24 24"><path d="M12 5.5v8"/><path d="M12 17.6v.4"/></svg>`,
  wait: `<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="8.2"/><path d="M12 7.2V12l3.2 2.2"/></svg>`,
} as const;
