// What wakes a person. RUNBOOK.md has a page for each, under the alert's name.

param prefix string
param location string
param tags object
param workspaceId string
param topicId string
param dataAccountId string
param insightsId string

@description('What answers 200 as long as the endpoint can serve.')
param healthUrl string
param emails string[]

@description('How many times its usual pause a source may be silent before it counts as quiet.')
param quietSourcePauses int

@description('Minutes from the drop of a file to its last article that nobody should have to wait longer than.')
param lateMinutes int

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

var rules = loadYamlContent('alerts.yaml').rules

// The queries' thresholds that an operator sets.
var queries = map(rules, rule => replace(replace(replace(
  rule.query,
  'QUIET_SOURCE_PAUSES', string(quietSourcePauses)),
  'LATE_SECONDS', string(lateMinutes * 60)),
  'SLOW_REQUEST_MS', string(slowRequestMs)))

resource queryAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for (rule, i) in rules: {
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
      evaluationFrequency: rule.every
      windowSize: rule.window
      autoMitigate: true
      // AppMetrics has no table before the first metric arrives.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: queries[i]
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            // An alert for each value, so that its mail names it.
            dimensions: map(rule.?by ?? [], name => { name: name, operator: 'Include', values: ['*'] })
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

var topicMetrics = [
  { name: 'failed-deliveries', metric: 'DeliveryAttemptFailCount', above: 5, severity: 1 }
  { name: 'dead-letters', metric: 'DeadLetteredCount', above: 0, severity: 2 }
  { name: 'dropped-events', metric: 'DroppedEventCount', above: 0, severity: 2 }
]

resource topicAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in topicMetrics: {
    name: '${prefix}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Event Grid cannot announce dropped files to the app. RUNBOOK.md: ${alert.name}.'
      severity: alert.severity
      enabled: true
      scopes: [topicId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: alert.metric
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: alert.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: alert.above
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-throttling'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage account refuses requests because there are too many. RUNBOOK.md: throttling.'
    severity: 2
    enabled: true
    scopes: [dataAccountId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'Refused'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 100
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: ['ServerBusyError', 'ClientThrottlingError', 'ClientAccountRequestThrottlingError', 'ClientAccountBandwidthThrottlingError']
            }
          ]
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource probe 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${prefix}-health'
  location: location
  // The portal shows a test at its component by this tag.
  tags: { ...tags, 'hidden-link:${insightsId}': 'Resource' }
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${prefix}-health'
    Name: '${prefix} health'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    // Amsterdam, Dublin, Virginia: a fault of one of them is no fault of ours.
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'emea-gb-db3-azr' }, { Id: 'us-va-ash-azr' }]
    Request: { RequestUrl: healthUrl, HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-unreachable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The endpoint does not answer from two places of three. RUNBOOK.md: unreachable.'
    severity: 1
    enabled: true
    scopes: [probe.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: probe.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

output actionGroupId string = people.id
