/** A title without the word for what kind of page it is (`Postmortem: DNS down`): every page says that beside its title. */
export function withoutLabel(title: string): string {
  const rest = title.replace(LABEL, '');
  return rest === title || !WORD.test(rest) ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** `dns-proxy` is a name, and stays as it is. */
const WORD = /^\p{Ll}+(?: |$)/u;

const LABEL =
  /^(?:(?:incident )?post[- ]?mortem|incident (?:report|review)|run ?book|play ?book|ポストモーテム|障害報告書?|インシデント(?:報告書?|レポート)|ランブック|事故(?:报告|复盘)|故障(?:报告|复盘)|复盘)(?:\s*[:：|]|\s+[–—-]\s)\s*(?=\S)/iu;
