// What the resource group may cost in a month, and who hears of it.

param name string
param amount int
param actionGroupId string

@description('First day of the month in which the budget is created, yyyy-MM-01.')
param startDate string

// The start of a budget cannot be changed, and a new one cannot start in a past month: without this, the second deployment of a
// later month fails as a whole. To change the amount, delete the budget and deploy.
@onlyIfNotExists()
resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    amount: amount
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      spent80Percent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: []
        contactGroups: [actionGroupId]
      }
      forecastOver: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: []
        contactGroups: [actionGroupId]
      }
    }
  }
}
