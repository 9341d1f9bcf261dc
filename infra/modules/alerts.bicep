// What wakes a person. Each query returns rows only when something is wrong; its reason is its description.

param prefix string
param location string
param tags object
param workspaceId string
param topicId string
param emails string[]

@description('Hours without a file after which a source that was active the day before counts as quiet; below 48.')
@minValue(1)
@maxValue(47)
param quietSourceHours int

@description('What a reader may wait for, in milliseconds, 95 times of 100.')
param slowRequestMs int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${prefix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: take(replace(prefix, '-', ''), 12)
    emailReceivers: [
      for email in emails: { name: email, emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

var rules = [
  {
    name: 'failures'
    description: 'Files or entries that failed: a fault outlived every retry. Read GET /api/files?fate=failed, mend, replay.'
    severity: 1
    window: 'PT15M'
    query: 'AppMetrics | where Name in ("pipeline.entries", "pipeline.files") | where "Failed" in (tostring(Properties.fate), tostring(Properties.state)) | summarize failed = sum(Sum) | where failed > 0'
  }
  {
    name: 'failed-runs'
    description: 'Functions that end in an exception more than five times in a quarter of an hour.'
    severity: 2
    window: 'PT15M'
    query: 'AppRequests | where Success == false and (isempty(ResultCode) or toint(ResultCode) !between (400 .. 499)) | summarize failed = sum(ItemCount) by Name | where failed > 5'
  }
  {
    name: 'poison'
    description: 'Messages wait in a poison queue: DrainPoison turns them into failed fates, so they should not stay.'
    severity: 1
    window: 'PT30M'
    query: 'AppMetrics | where Name == "pipeline.poison.depth" | summarize arg_max(TimeGenerated, Max) | where Max > 0'
  }
  {
    name: 'ledger-unbalanced'
    description: 'A file has entries without a fate half an hour after it was parsed, or the sweep that looks for them does not run.'
    severity: 1
    window: 'PT2H'
    query: 'AppMetrics | where Name == "pipeline.ledger.overdue" | summarize samples = count(), last = arg_max(TimeGenerated, Max) | where samples == 0 or Max > 0'
  }
  {
    name: 'quiet-source'
    description: 'A source that dropped something new in the last two days has dropped nothing new for the set number of hours.'
    severity: 3
    window: 'P2D'
    query: 'AppMetrics | where Name == "pipeline.files" | summarize last = max(TimeGenerated) by source = tostring(Properties.source) | where last < ago(${quietSourceHours}h)'
  }
  {
    name: 'slow-endpoint'
    description: 'The 95th percentile of the endpoint is slower than a reader should wait; polls that wait on purpose are left out.'
    severity: 2
    window: 'PT15M'
    query: 'AppRequests | where isnotempty(Url) and Url !has "wait=" | summarize p95 = percentile(DurationMs, 95), n = sum(ItemCount) | where n > 20 and p95 > ${slowRequestMs}'
  }
]

resource queryAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${prefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${prefix}: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.window == 'P2D' ? 'PT1H' : 'PT15M'
      windowSize: rule.window
      autoMitigate: true
      // AppMetrics has no table before the first metric arrives.
      skipQueryValidation: true
      criteria: {
        allOf: [{ query: rule.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

resource lostEvents 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for metric in ['DeadLetteredCount', 'DroppedEventCount']: {
    name: '${prefix}-${toLower(metric)}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Event Grid gave up announcing a file. The sweep picks the file up; the webhook wants looking at.'
      severity: 2
      enabled: true
      scopes: [topicId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: metric
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

output actionGroupId string = people.id
