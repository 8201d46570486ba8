import { plainWords } from '../schema/synonyms.ts';

/** Key of the front matter that a label such as `Detected by` stands for. */
export const factKey = (label: string): string | undefined =>
  KEYS.get(plainWords(label.replaceAll(/[(（][^)）]{0,40}[)）]/g, ' ')));

/** Labels by key, in English, German, French, Spanish, Portuguese, Chinese and Japanese. */
const LABELS: Readonly<Record<string, string>> = {
  date: 'date|day|incident date|date of incident|date of the incident|datum|tag|date de l incident|fecha|data|日期|日付|発生日|事故日期|故障日期',
  began:
    'began|begin|start|started|start time|started at|incident start|start date|impact start|time of incident|beginn|begonnen|anfang|störungsbeginn|début|inicio|hora de inicio|início|开始|开始时间|发生时间|発生日時|発生時刻|開始|開始時刻|開始日時',
  noticed:
    'noticed|detected|detected at|detection time|discovered|discovered at|reported|reported at|bemerkt|entdeckt|erkannt|détecté|découvert|detectado|descubierto|descoberto|发现时间|检测时间|検知日時|検知時刻|発見日時',
  mitigated:
    'mitigated|mitigated at|mitigation time|impact end|eingedämmt|gemildert|atténué|mitigado|缓解时间|緩和日時|暫定復旧',
  ended:
    'ended|end|end time|ended at|resolved|resolved at|resolution time|recovered|recovered at|restored|fixed|ende|beendet|behoben|gelöst|störungsende|fin|résolu|fin del incidente|resuelto|resolvido|fim|结束|结束时间|恢复时间|解决时间|復旧日時|復旧時刻|終了|終了時刻|解決日時',
  severity:
    'severity|sev|priority|severity level|impact level|schweregrad|schwere|priorität|sévérité|gravité|priorité|severidad|gravedad|prioridad|severidade|gravidade|prioridade|严重程度|严重级别|级别|等级|优先级|重大度|深刻度|優先度',
  status: 'status|state|postmortem status|stand|statut|état|estado|situação|状态|ステータス|状態',
  authors:
    'author|authors|written by|autor|autoren|verfasser|auteur|auteurs|autores|autora|作者|撰写人|作成者|執筆者|著者',
  owner:
    'owner|owners|incident commander|responsible|verantwortlich|besitzer|responsable|propriétaire|dueño|responsável|dono|负责人|担当者|責任者',
  services:
    'service|services|affected service|affected services|services affected|affected systems|affected system|component|components|system|systems|dienst|dienste|betroffene dienste|betroffener dienst|betroffene systeme|services affectés|service affecté|servicio|servicios|servicios afectados|serviço|serviços|serviços afetados|受影响服务|影响服务|服务|影響サービス|影響を受けたサービス|対象サービス',
  duration:
    'duration|impact duration|outage duration|time to recovery|length|dauer|durée|duración|duração|持续时间|影响时长|影響時間|影響期間|継続時間',
  detection:
    'detection|detected by|discovered by|reported by|how detected|detection method|noticed by|erkennung|entdeckt von|gemeldet von|bemerkt von|erkannt durch|détection|détecté par|signalé par|detección|detectado por|reportado por|detecção|descoberto por|发现方式|检测方式|发现人|検知方法|検知手段',
  trigger: 'trigger|triggered by|auslöser|déclencheur|desencadenante|gatilho|触发|触发因素|トリガー|契機',
  causes:
    'cause|causes|root cause|root causes|ursache|ursachen|grundursache|cause racine|causa|causa raíz|causa raiz|原因|根因|根本原因',
  fix: 'fix|resolution|solution|mitigation|lösung|behebung|résolution|solución|resolución|solução|resolução|修复|解决方案|解决|対処|解決策|復旧方法',
  impact: 'impact|auswirkung|auswirkungen|impacto|影响|影响范围|影響|影響範囲|影響機能',
};

const KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries(LABELS).flatMap(([key, labels]) => labels.split('|').map((label) => [label, key] as const)),
);
